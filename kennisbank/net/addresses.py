"""Which addresses may be asked at all: public ones, looked up once, so that what was checked is what is asked.

A paper may name any host. Without this, opening it could make this computer knock on the router or on a service of its
own (server-side request forgery).
"""

import errno
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): the last four bytes are an IPv4 address."""
_NO_NETWORK = frozenset({errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL})


class NoSuchHostError(Exception):
    """The name is of no computer."""


class NoNetworkError(Exception):
    """Names can't be looked up now, or no network is reachable: this computer is offline."""


def addresses_of(host: str, port: int) -> list[Address]:
    """Return the addresses of a host name, or of an address written as one, in the order of preference. Blocks.

    Raises:
        NoSuchHostError: there is no such name.
        NoNetworkError: names can't be looked up now.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise NoNetworkError from error
        raise NoSuchHostError from error
    except (OSError, UnicodeError) as error:  # a name that can't be one is a ValueError of the codec
        raise NoSuchHostError from error
    return list(dict.fromkeys(ip_address(str(where[0]).partition("%")[0]) for *_rest, where in found))


def is_public(address: Address) -> bool:
    """Tell whether an address is on the open internet, and not a way to name another one that isn't."""
    if isinstance(address, IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that this one leads to, if it does."""
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)


def is_without_network(error: BaseException) -> bool:
    """Tell whether a failed connection says that this computer has no network."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.errno in _NO_NETWORK:
            return True
        cause = cause.__cause__ or cause.__context__
    return False
