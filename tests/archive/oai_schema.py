"""What an answer of OAI-PMH must look like, by the protocol's own text: for where its schema can't be had."""

import re

from lxml import etree

OAI = "{http://www.openarchives.org/OAI/2.0/}"
_NAMES = ("title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format", "identifier", "source", "language", "relation", "coverage", "rights")  # fmt: skip
DC_SCHEMA = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.openarchives.org/OAI/2.0/oai_dc/"
    elementFormDefault="qualified">
  <xs:element name="dc"><xs:complexType><xs:sequence>
    <xs:any namespace="http://purl.org/dc/elements/1.1/" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
"""Of the format oai_dc: any of Dublin Core's elements (`check_structure` knows which), as often as one likes."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_VERBS = {
    "Identify": ("repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord", "granularity", "compression*"),
    "ListMetadataFormats": ("metadataFormat+",),
    "ListSets": ("set+", "resumptionToken?"),
    "GetRecord": ("record",),
    "ListIdentifiers": ("header+", "resumptionToken?"),
    "ListRecords": ("record+", "resumptionToken?"),
    "metadataFormat": ("metadataPrefix", "schema", "metadataNamespace"),
    "set": ("setSpec", "setName"),
    "record": ("header", "metadata?"),
    "header": ("identifier", "datestamp", "setSpec*"),
}  # fmt: skip


def check_structure(root: etree._Element) -> None:
    """Look whether an answer has the elements that it should have, in their order, with values of the right form."""
    assert root.tag == f"{OAI}OAI-PMH"
    names = [_name(each) for each in root]
    assert names[:2] == ["responseDate", "request"]
    assert len(names) == 3
    assert names[2] in {*_VERBS, "error"}
    assert _MOMENT.fullmatch(root[0].text)
    if names[2] != "error":
        assert root[1].get("verb") == names[2]
        _check_children(root[2])
    for each in root.iter(f"{OAI}datestamp"):
        assert _MOMENT.fullmatch(each.text)
    for each in root.iter(f"{OAI}setSpec"):
        assert re.fullmatch(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*", each.text)
    for record in root.iter(f"{OAI}record"):
        is_deleted = record[0].get("status") == "deleted"
        assert is_deleted == (len(record) == 1)
        for each in record.iter("{http://purl.org/dc/elements/1.1/}*"):
            assert etree.QName(each).localname in _NAMES
            assert each.text.strip()


def _check_children(parent: etree._Element) -> None:
    wanted = _VERBS.get(_name(parent))
    if wanted is None:
        return
    said = " ".join(_name(each) for each in parent) + " "
    pattern = "".join(f"(?:{part.rstrip('+*?')} ){part[-1] if part[-1] in '+*?' else ''}" for part in wanted)
    assert re.fullmatch(pattern, said), (said, pattern)
    for each in parent:
        _check_children(each)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
