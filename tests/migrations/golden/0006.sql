PRAGMA application_id = 1264938606;
BEGIN TRANSACTION;
CREATE TABLE accounts (
	archive_id VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	mail VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	occupation VARCHAR NOT NULL, 
	organisation VARCHAR NOT NULL, 
	"right" VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	session VARCHAR NOT NULL, 
	device VARCHAR NOT NULL, 
	is_current BOOLEAN NOT NULL, 
	is_hidden BOOLEAN NOT NULL, 
	ended VARCHAR NOT NULL, 
	CONSTRAINT pk_accounts PRIMARY KEY (archive_id, id)
)
 WITHOUT ROWID

;
CREATE TABLE acts (
	id VARCHAR NOT NULL, 
	archive_id VARCHAR, 
	account_id VARCHAR, 
	kind VARCHAR NOT NULL, 
	contribution_id VARCHAR DEFAULT '' NOT NULL, 
	about VARCHAR DEFAULT '' NOT NULL, 
	body VARCHAR NOT NULL, 
	sent VARCHAR DEFAULT '' NOT NULL, 
	attachment VARCHAR DEFAULT '' NOT NULL, 
	state VARCHAR NOT NULL, 
	reason VARCHAR DEFAULT '' NOT NULL, 
	created_utc VARCHAR NOT NULL, 
	created_zone VARCHAR NOT NULL, 
	modified_utc VARCHAR NOT NULL, 
	modified_zone VARCHAR NOT NULL, 
	CONSTRAINT pk_acts PRIMARY KEY (id)
);
INSERT INTO "acts" VALUES('a0000000-0000-4000-8000-000000000003','a0000000-0000-4000-8000-000000000001','a0000000-0000-4000-8000-000000000002','reply','1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','a0000000-0000-4000-8000-000000000004','{"thread": "a0000000-0000-4000-8000-000000000004", "text": "Dank, het wordt aangepast."}','{"text":"Dank"}','efefefefefefefefefefefefefefefefefefefefefefefefefefefefefefefef','failed','too_large','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam');
CREATE TABLE agreed (
	archive_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	CONSTRAINT pk_agreed PRIMARY KEY (archive_id, account_id)
)
 WITHOUT ROWID

;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
CREATE TABLE anchors (
	annotation_id VARCHAR NOT NULL, 
	file_hash VARCHAR NOT NULL, 
	pieces VARCHAR NOT NULL, 
	exact VARCHAR, 
	prefix VARCHAR NOT NULL, 
	suffix VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	similarity FLOAT NOT NULL, 
	is_news BOOLEAN NOT NULL, 
	CONSTRAINT pk_anchors PRIMARY KEY (annotation_id, file_hash), 
	CONSTRAINT fk_anchors_annotation_id_annotations FOREIGN KEY(annotation_id) REFERENCES annotations (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "anchors" VALUES('7f3c2b1a-0d9e-4c8b-a7f6-e5d4c3b2a190','abababababababababababababababababababababababababababababababab','[[1, 0, 3, [[1.0, 2.0, 3.0, 4.0]]]]','Eén','','zin.','original',1.0,0);
INSERT INTO "anchors" VALUES('7f3c2b1a-0d9e-4c8b-a7f6-e5d4c3b2a190','cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd','[[2, 10, 13, []]]','Eén','','zin.','moved',0.75,1);
CREATE TABLE annotations (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	archive_id VARCHAR, 
	account_id VARCHAR, 
	contribution_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	colour VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	tags VARCHAR NOT NULL, 
	creator VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	source_key VARCHAR NOT NULL, 
	reply_to VARCHAR, 
	details VARCHAR NOT NULL, 
	is_read_only BOOLEAN NOT NULL, 
	created_utc VARCHAR NOT NULL, 
	created_zone VARCHAR NOT NULL, 
	modified_utc VARCHAR NOT NULL, 
	modified_zone VARCHAR NOT NULL, 
	trashed_utc VARCHAR, 
	trashed_zone VARCHAR, shared VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_annotations PRIMARY KEY (id)
);
INSERT INTO "annotations" VALUES('7f3c2b1a-0d9e-4c8b-a7f6-e5d4c3b2a190','225ace7d-cd6d-40f8-a810-868964ad2997',NULL,NULL,'1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','highlight','green','Eerst dit lezen.','["les 4", "C#"]','Ada','pdf','sleutel','00000000-0000-4000-8000-000000000001','{"subtype": "Highlight"}',1,'2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','');
CREATE TABLE archives (
	id VARCHAR NOT NULL, 
	url VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	epoch VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	info VARCHAR NOT NULL, 
	connected_utc VARCHAR NOT NULL, 
	connected_zone VARCHAR NOT NULL, 
	synced_utc VARCHAR, 
	synced_zone VARCHAR, 
	outcome VARCHAR NOT NULL, 
	detail VARCHAR NOT NULL, 
	brake VARCHAR, 
	wish VARCHAR, 
	CONSTRAINT pk_archives PRIMARY KEY (id)
);
CREATE TABLE authors (
	contribution_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	family VARCHAR NOT NULL, 
	given VARCHAR NOT NULL, 
	affiliation VARCHAR NOT NULL, 
	email VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	sort VARCHAR NOT NULL, 
	CONSTRAINT pk_authors PRIMARY KEY (contribution_id, position), 
	CONSTRAINT fk_authors_contribution_id_contributions FOREIGN KEY(contribution_id) REFERENCES contributions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "authors" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',0,'Ada van den Berg','van den Berg','Ada','Hogeschool','ada@example.org','adavandenberg','berg  ada  van den berg');
INSERT INTO "authors" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',1,'Zoë','','','','','zoe','zoe    zoe');
CREATE TABLE bases (
	archive_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	record_id VARCHAR NOT NULL, 
	local_id VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	hash VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	is_mine BOOLEAN NOT NULL, 
	gone VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_bases PRIMARY KEY (archive_id, account_id, kind, record_id)
)
 WITHOUT ROWID

;
CREATE TABLE batches (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	edition VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	started_utc VARCHAR NOT NULL, 
	started_zone VARCHAR NOT NULL, 
	finished_utc VARCHAR, 
	finished_zone VARCHAR, 
	added INTEGER NOT NULL, 
	updated INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	duplicates INTEGER NOT NULL, 
	rejected INTEGER NOT NULL, 
	CONSTRAINT pk_batches PRIMARY KEY (id)
);
INSERT INTO "batches" VALUES('5a1a3c0e-93b4-4d0e-8a7f-1f2a3b4c5d6e','0b5d4c9e-6f0e-4f0c-9a55-5a9d2c1d7e01','bijdragen','NIOC2025','done','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam',1,0,0,0,0);
CREATE TABLE befores (
	batch_id VARCHAR NOT NULL, 
	contribution_id VARCHAR NOT NULL, 
	metadata VARCHAR NOT NULL, 
	CONSTRAINT pk_befores PRIMARY KEY (batch_id, contribution_id), 
	CONSTRAINT fk_befores_batch_id_batches FOREIGN KEY(batch_id) REFERENCES batches (id) ON DELETE CASCADE
);
INSERT INTO "befores" VALUES('5a1a3c0e-93b4-4d0e-8a7f-1f2a3b4c5d6e','1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','{"values": {"title": "Formatief toetsen bij programmeren", "authors": [{"name": "Ada van den Berg", "family": "van den Berg", "given": "Ada", "affiliation": "Hogeschool", "email": "ada@example.org"}, {"name": "Zo\u00eb", "family": "", "given": "", "affiliation": "", "email": ""}], "abstract": "Wat werkt.", "keywords": ["toetsing", "C#"], "themes": ["Didactiek"], "year": 2025, "language": "nl", "kind": "article", "doi": "10.1000/voorbeeld", "licence": "CC-BY-4.0", "edition": "NIOC2025"}, "provenance": {"title": ["list", "lijst.csv row 2"], "authors": ["list", "lijst.csv row 2"], "abstract": ["list", "lijst.csv row 2"], "keywords": ["list", "lijst.csv row 2"], "themes": ["list", "lijst.csv row 2"], "year": ["list", "lijst.csv row 2"], "language": ["list", "lijst.csv row 2"], "kind": ["list", "lijst.csv row 2"], "doi": ["list", "lijst.csv row 2"], "licence": ["list", "lijst.csv row 2"], "edition": ["list", "lijst.csv row 2"]}}');
CREATE TABLE comments (
	id VARCHAR NOT NULL, 
	contribution_id VARCHAR NOT NULL, 
	reply_to VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	is_author BOOLEAN NOT NULL, 
	text VARCHAR NOT NULL, 
	created VARCHAR NOT NULL, 
	gone VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	CONSTRAINT pk_comments PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "comments" VALUES('a0000000-0000-4000-8000-000000000005','1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','','Zoë','author',1,'De data staan nu ook online.','2025-11-21T09:30:00.000000+00:00[UTC]','','');
CREATE TABLE conflicts (
	id VARCHAR NOT NULL, 
	archive_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	local_id VARCHAR NOT NULL, 
	field VARCHAR NOT NULL, 
	base VARCHAR NOT NULL, 
	mine VARCHAR NOT NULL, 
	theirs VARCHAR NOT NULL, 
	found_utc VARCHAR NOT NULL, 
	found_zone VARCHAR NOT NULL, 
	CONSTRAINT pk_conflicts PRIMARY KEY (id)
);
CREATE TABLE contributions (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_key VARCHAR NOT NULL, 
	title_sort VARCHAR NOT NULL, 
	abstract VARCHAR NOT NULL, 
	year INTEGER, 
	language VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	doi VARCHAR NOT NULL, 
	doi_key VARCHAR NOT NULL, 
	licence VARCHAR NOT NULL, 
	edition_id VARCHAR, 
	created_utc VARCHAR NOT NULL, 
	created_zone VARCHAR NOT NULL, 
	updated_utc VARCHAR NOT NULL, 
	updated_zone VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	batch_id VARCHAR, withdrawn VARCHAR, 
	CONSTRAINT pk_contributions PRIMARY KEY (id), 
	CONSTRAINT fk_contributions_batch_id_batches FOREIGN KEY(batch_id) REFERENCES batches (id) ON DELETE SET NULL, 
	CONSTRAINT fk_contributions_edition_id_editions FOREIGN KEY(edition_id) REFERENCES editions (id)
);
INSERT INTO "contributions" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','0b5d4c9e-6f0e-4f0c-9a55-5a9d2c1d7e01','Formatief toetsen bij programmeren','formatieftoetsenbijprogrammeren','formatief toetsen bij programmeren','Wat werkt.',2025,'nl','article','10.1000/voorbeeld','10.1000/voorbeeld','CC-BY-4.0','b8bf94d4-e26c-47d4-9f7b-e6334f21cbf0','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam',1,'5a1a3c0e-93b4-4d0e-8a7f-1f2a3b4c5d6e',NULL);
CREATE TABLE dossier_items (
	id VARCHAR NOT NULL, 
	dossier_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	contribution_id VARCHAR NOT NULL, 
	annotation_id VARCHAR, 
	anchor VARCHAR, 
	remark VARCHAR NOT NULL, 
	CONSTRAINT pk_dossier_items PRIMARY KEY (id), 
	CONSTRAINT fk_dossier_items_dossier_id_dossiers FOREIGN KEY(dossier_id) REFERENCES dossiers (id) ON DELETE CASCADE
);
INSERT INTO "dossier_items" VALUES('c0ffee00-1234-4abc-8def-0123456789ac','c0ffee00-1234-4abc-8def-0123456789ab',0,'1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','7f3c2b1a-0d9e-4c8b-a7f6-e5d4c3b2a190','{"file": "abababababababababababababababababababababababababababababababab", "pieces": [[1, 0, 3, [[1.0, 2.0, 3.0, 4.0]]]], "quote": ["Eén", "", "zin."], "state": "original", "similarity": 1.0}','eerst');
INSERT INTO "dossier_items" VALUES('c0ffee00-1234-4abc-8def-0123456789ad','c0ffee00-1234-4abc-8def-0123456789ab',1,'1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',NULL,NULL,'');
CREATE TABLE dossiers (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	archive_id VARCHAR, 
	account_id VARCHAR, 
	name VARCHAR NOT NULL, 
	remark VARCHAR NOT NULL, 
	created_utc VARCHAR NOT NULL, 
	created_zone VARCHAR NOT NULL, 
	modified_utc VARCHAR NOT NULL, 
	modified_zone VARCHAR NOT NULL, 
	trashed_utc VARCHAR, 
	trashed_zone VARCHAR, shared VARCHAR DEFAULT '' NOT NULL, creator VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_dossiers PRIMARY KEY (id)
);
INSERT INTO "dossiers" VALUES('c0ffee00-1234-4abc-8def-0123456789ab','225ace7d-cd6d-40f8-a810-868964ad2997',NULL,NULL,'Les 4','Voor 5 havo.','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','','');
CREATE TABLE editions (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	code_key VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	year INTEGER, 
	website VARCHAR NOT NULL, begins VARCHAR DEFAULT '' NOT NULL, ends VARCHAR DEFAULT '' NOT NULL, place VARCHAR DEFAULT '' NOT NULL, organiser VARCHAR DEFAULT '' NOT NULL, programme VARCHAR DEFAULT '' NOT NULL, website_kind VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_editions PRIMARY KEY (id), 
	CONSTRAINT uq_editions_code_key UNIQUE (code_key)
);
INSERT INTO "editions" VALUES('b8bf94d4-e26c-47d4-9f7b-e6334f21cbf0','225ace7d-cd6d-40f8-a810-868964ad2997','NIOC2025','nioc2025','Congres',2025,'https://example.org/2025','','','','','','');
CREATE TABLE files (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	contribution_id VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	name_key VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	is_current BOOLEAN NOT NULL, 
	media_type VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	pages INTEGER NOT NULL, 
	added_utc VARCHAR NOT NULL, 
	added_zone VARCHAR NOT NULL, 
	batch_id VARCHAR, 
	CONSTRAINT pk_files PRIMARY KEY (id), 
	CONSTRAINT fk_files_batch_id_batches FOREIGN KEY(batch_id) REFERENCES batches (id) ON DELETE SET NULL, 
	CONSTRAINT fk_files_contribution_id_contributions FOREIGN KEY(contribution_id) REFERENCES contributions (id) ON DELETE CASCADE
);
INSERT INTO "files" VALUES('9d8c7b6a-1111-4222-8333-444455556666','225ace7d-cd6d-40f8-a810-868964ad2997','1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','abababababababababababababababababababababababababababababababab','één bijdrage.pdf','één bijdrage.pdf','paper',1,1,'application/pdf',4321,1,'2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','5a1a3c0e-93b4-4d0e-8a7f-1f2a3b4c5d6e');
CREATE TABLE keywords (
	contribution_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	value VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_keywords PRIMARY KEY (contribution_id, position), 
	CONSTRAINT fk_keywords_contribution_id_contributions FOREIGN KEY(contribution_id) REFERENCES contributions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "keywords" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',0,'toetsing','toetsing');
INSERT INTO "keywords" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',1,'C#','c#');
CREATE TABLE library (
	id INTEGER NOT NULL, 
	origin VARCHAR NOT NULL, 
	created_utc VARCHAR NOT NULL, 
	created_zone VARCHAR NOT NULL, 
	CONSTRAINT pk_library PRIMARY KEY (id)
);
INSERT INTO "library" VALUES(1,'225ace7d-cd6d-40f8-a810-868964ad2997','2026-11-22T11:49:16.479869+00:00','+00:00');
CREATE TABLE link_checks (
	uri VARCHAR NOT NULL, 
	outcome VARCHAR NOT NULL, 
	status INTEGER, 
	checked_utc VARCHAR NOT NULL, 
	CONSTRAINT pk_link_checks PRIMARY KEY (uri)
)
 WITHOUT ROWID

;
INSERT INTO "link_checks" VALUES('https://example.org/video','moved',301,'2025-11-20T09:30:00.250000+00:00');
CREATE TABLE losers (
	id VARCHAR NOT NULL, 
	archive_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	local_id VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	kept_utc VARCHAR NOT NULL, 
	kept_zone VARCHAR NOT NULL, 
	CONSTRAINT pk_losers PRIMARY KEY (id)
);
CREATE TABLE mailbox_items (
	archive_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	contribution_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	side VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	moved VARCHAR NOT NULL, 
	is_unread BOOLEAN NOT NULL, 
	is_waiting BOOLEAN NOT NULL, 
	face VARCHAR NOT NULL, 
	CONSTRAINT pk_mailbox_items PRIMARY KEY (archive_id, account_id, id)
);
INSERT INTO "mailbox_items" VALUES('a0000000-0000-4000-8000-000000000001','a0000000-0000-4000-8000-000000000002','a0000000-0000-4000-8000-000000000004','thread','1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',3,'{"kind": "question", "messages": [{"text": "Hoe groot was de groep?"}]}','author','delivered','2025-11-21',1,1,'{"name": "", "role": "teacher", "start": "Hoe groot was de groep?"}');
CREATE TABLE mailboxes (
	archive_id VARCHAR NOT NULL, 
	account_id VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	epoch VARCHAR NOT NULL, 
	CONSTRAINT pk_mailboxes PRIMARY KEY (archive_id, account_id)
)
 WITHOUT ROWID

;
INSERT INTO "mailboxes" VALUES('a0000000-0000-4000-8000-000000000001','a0000000-0000-4000-8000-000000000002',3,'epoch');
CREATE TABLE offers (
	contribution_id VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	archive_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	version INTEGER NOT NULL, 
	is_current BOOLEAN NOT NULL, 
	media_type VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	pages INTEGER NOT NULL, 
	state VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	attempts INTEGER NOT NULL, 
	CONSTRAINT pk_offers PRIMARY KEY (contribution_id, hash)
)
 WITHOUT ROWID

;
CREATE TABLE outbox (
	number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	id VARCHAR NOT NULL, 
	archive_id VARCHAR, 
	account_id VARCHAR, 
	op VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	entity VARCHAR NOT NULL, 
	payload VARCHAR NOT NULL, 
	created_utc VARCHAR NOT NULL, 
	created_zone VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT uq_outbox_id UNIQUE (id)
);
INSERT INTO "outbox" VALUES(1,'0b910e41-ad97-4029-a6ff-205ba2f6e1c9',NULL,NULL,'added','edition','b8bf94d4-e26c-47d4-9f7b-e6334f21cbf0','{"fields": ["name", "website"]}','2026-11-22T11:49:16.647740+00:00','+00:00','queued','');
INSERT INTO "outbox" VALUES(2,'053c71b9-6fd0-4fad-a73c-e5ef812fa577',NULL,NULL,'added','contribution','1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','{}','2026-11-22T11:49:16.647740+00:00','+00:00','queued','');
INSERT INTO "outbox" VALUES(3,'62be5d8c-e64c-4c99-9912-8d27b232f34a',NULL,NULL,'added','file','9d8c7b6a-1111-4222-8333-444455556666','{}','2026-11-22T11:49:16.647740+00:00','+00:00','queued','');
CREATE TABLE pages (
	id INTEGER NOT NULL, 
	text_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	text BLOB NOT NULL, 
	words BLOB NOT NULL, 
	width FLOAT NOT NULL, 
	height FLOAT NOT NULL, 
	label VARCHAR NOT NULL, 
	first_line INTEGER, 
	CONSTRAINT pk_pages PRIMARY KEY (id), 
	CONSTRAINT fk_pages_text_id_texts FOREIGN KEY(text_id) REFERENCES texts (id) ON DELETE CASCADE, 
	CONSTRAINT uq_pages_text_id_number UNIQUE (text_id, number)
);
INSERT INTO "pages" VALUES(1,1,1,X'7801733DBC324FA12A334F0F00148E03BF',X'7801636280006620C502C41C606E833D90720022206E8062109FC111C4070046480452',595.0,842.0,'i',NULL);
CREATE TABLE person_names (
	"key" VARCHAR NOT NULL, 
	person_id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	CONSTRAINT pk_person_names PRIMARY KEY ("key")
)
 WITHOUT ROWID

;
INSERT INTO "person_names" VALUES('zoe','a0000000-0000-4000-8000-000000000006','Zoë');
INSERT INTO "person_names" VALUES('zoeb','a0000000-0000-4000-8000-000000000006','Zoe B.');
CREATE TABLE persons (
	id VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	reach VARCHAR NOT NULL, 
	CONSTRAINT pk_persons PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "persons" VALUES('a0000000-0000-4000-8000-000000000006','Zoë','https://example.org/zoe');
CREATE TABLE provenance (
	contribution_id VARCHAR NOT NULL, 
	field VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	detail VARCHAR NOT NULL, 
	CONSTRAINT pk_provenance PRIMARY KEY (contribution_id, field), 
	CONSTRAINT fk_provenance_contribution_id_contributions FOREIGN KEY(contribution_id) REFERENCES contributions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','abstract','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','authors','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','doi','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','edition','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','keywords','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','kind','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','language','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','licence','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','themes','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','title','list','lijst.csv row 2');
INSERT INTO "provenance" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','year','list','lijst.csv row 2');
CREATE TABLE reading_marks (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	archive_id VARCHAR, 
	account_id VARCHAR, 
	contribution_id VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	moment_utc VARCHAR NOT NULL, 
	moment_zone VARCHAR NOT NULL, 
	CONSTRAINT pk_reading_marks PRIMARY KEY (id)
);
INSERT INTO "reading_marks" VALUES('e1ec0f43-c44c-4931-acc5-9309070e36e3','225ace7d-cd6d-40f8-a810-868964ad2997',NULL,NULL,'1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','to_read','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam');
CREATE TABLE reading_places (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	archive_id VARCHAR, 
	account_id VARCHAR, 
	contribution_id VARCHAR NOT NULL, 
	file_hash VARCHAR NOT NULL, 
	page INTEGER NOT NULL, 
	y FLOAT NOT NULL, 
	zoom FLOAT NOT NULL, 
	moment_utc VARCHAR NOT NULL, 
	moment_zone VARCHAR NOT NULL, 
	CONSTRAINT pk_reading_places PRIMARY KEY (id)
);
INSERT INTO "reading_places" VALUES('23382f29-cd11-4a1c-b1ec-4a13b11f6f81','225ace7d-cd6d-40f8-a810-868964ad2997',NULL,NULL,'1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','abababababababababababababababababababababababababababababababab',1,10.5,1.25,'2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam');
CREATE TABLE receptions (
	contribution_id VARCHAR NOT NULL, 
	votes VARCHAR NOT NULL, 
	tags VARCHAR NOT NULL, 
	CONSTRAINT pk_receptions PRIMARY KEY (contribution_id)
)
 WITHOUT ROWID

;
INSERT INTO "receptions" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f','[0, 1, 0, 2, 5]','["les 4", "C#"]');
CREATE TABLE recognised (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	file_hash VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	recogniser VARCHAR NOT NULL, 
	outcome VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	text BLOB NOT NULL, 
	words BLOB NOT NULL, 
	stored_utc VARCHAR NOT NULL, 
	CONSTRAINT uq_recognised_file_hash_number UNIQUE (file_hash, number)
);
INSERT INTO "recognised" VALUES(1,'abababababababababababababababababababababababababababababababab',2,'golden','read','',X'78013BDC7978659E427172629E1E0023A3051A',X'7801636480006630D5600FA41C8008881B1C0010E70244','2026-11-22T11:49:16.580120+00:00');
CREATE TABLE reports (
	number INTEGER NOT NULL, 
	batch_id VARCHAR NOT NULL, 
	file VARCHAR NOT NULL, 
	verdict VARCHAR NOT NULL, 
	contribution_id VARCHAR, 
	pages INTEGER NOT NULL, 
	problems VARCHAR NOT NULL, 
	metadata VARCHAR NOT NULL, 
	CONSTRAINT pk_reports PRIMARY KEY (number), 
	CONSTRAINT fk_reports_batch_id_batches FOREIGN KEY(batch_id) REFERENCES batches (id) ON DELETE CASCADE
);
INSERT INTO "reports" VALUES(1,'5a1a3c0e-93b4-4d0e-8a7f-1f2a3b4c5d6e','map/één bijdrage.pdf','added','1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',1,'[]','{"values": {"title": "Formatief toetsen bij programmeren", "authors": [{"name": "Ada van den Berg", "family": "van den Berg", "given": "Ada", "affiliation": "Hogeschool", "email": "ada@example.org"}, {"name": "Zo\u00eb", "family": "", "given": "", "affiliation": "", "email": ""}], "abstract": "Wat werkt.", "keywords": ["toetsing", "C#"], "themes": ["Didactiek"], "year": 2025, "language": "nl", "kind": "article", "doi": "10.1000/voorbeeld", "licence": "CC-BY-4.0", "edition": "NIOC2025"}, "provenance": {"title": ["list", "lijst.csv row 2"], "authors": ["list", "lijst.csv row 2"], "abstract": ["list", "lijst.csv row 2"], "keywords": ["list", "lijst.csv row 2"], "themes": ["list", "lijst.csv row 2"], "year": ["list", "lijst.csv row 2"], "language": ["list", "lijst.csv row 2"], "kind": ["list", "lijst.csv row 2"], "doi": ["list", "lijst.csv row 2"], "licence": ["list", "lijst.csv row 2"], "edition": ["list", "lijst.csv row 2"]}}');
CREATE TABLE saved_searches (
	id VARCHAR NOT NULL, 
	origin VARCHAR NOT NULL, 
	archive_id VARCHAR, 
	account_id VARCHAR, 
	name VARCHAR NOT NULL, 
	"query" VARCHAR NOT NULL, 
	filters VARCHAR NOT NULL, 
	"order" VARCHAR NOT NULL, 
	is_strict BOOLEAN NOT NULL, 
	created_utc VARCHAR NOT NULL, 
	created_zone VARCHAR NOT NULL, 
	seen_utc VARCHAR NOT NULL, 
	seen_zone VARCHAR NOT NULL, 
	CONSTRAINT pk_saved_searches PRIMARY KEY (id)
);
INSERT INTO "saved_searches" VALUES('3b6f0a51-7c2d-4e8f-9a10-2b3c4d5e6f70','225ace7d-cd6d-40f8-a810-868964ad2997',NULL,NULL,'Toetsen sinds 2020','toets* -examen','{"theme": ["Didactiek"], "year": ["2024", "2025"]}','newest',1,'2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam','2025-11-20T09:30:00.250000+00:00','Europe/Amsterdam');
CREATE TABLE texts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	file_hash VARCHAR NOT NULL, 
	extractor VARCHAR NOT NULL, 
	media_type VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	cover VARCHAR NOT NULL, 
	info VARCHAR NOT NULL, 
	problems VARCHAR NOT NULL, 
	outline BLOB NOT NULL, 
	links BLOB NOT NULL, 
	stored_utc VARCHAR NOT NULL, 
	CONSTRAINT uq_texts_file_hash_extractor UNIQUE (file_hash, extractor)
);
INSERT INTO "texts" VALUES(1,'abababababababababababababababababababababababababababababababab','golden','application/pdf','vingerafdruk','[[1, 0, 3]]','{"title": "E\u00e9n"}','[{"code": "no_text", "message": "No text.", "page": 1, "severity": "warning", "values": {"n": "1"}}]',X'78018B8E36D45150F2CCCB49CD4CC9CC4B57D25100F20D8DF44C6363016B3C0754',X'','2026-11-22T11:49:16.548143+00:00');
CREATE TABLE themes (
	contribution_id VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	value VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_themes PRIMARY KEY (contribution_id, position), 
	CONSTRAINT fk_themes_contribution_id_contributions FOREIGN KEY(contribution_id) REFERENCES contributions (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "themes" VALUES('1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',0,'Didactiek','didactiek');
CREATE INDEX ix_outbox_state_entity ON outbox (state, entity);
CREATE INDEX ix_reading_places_moment_utc ON reading_places (moment_utc);
CREATE INDEX ix_texts_body ON texts (body);
CREATE INDEX ix_contributions_batch_id ON contributions (batch_id);
CREATE INDEX ix_contributions_doi_key ON contributions (doi_key);
CREATE INDEX ix_contributions_edition_id ON contributions (edition_id);
CREATE INDEX ix_contributions_title_key ON contributions (title_key);
CREATE INDEX ix_contributions_title_sort ON contributions (title_sort);
CREATE INDEX ix_contributions_year ON contributions (year);
CREATE INDEX ix_reports_batch_id ON reports (batch_id);
CREATE INDEX ix_authors_key ON authors ("key");
CREATE INDEX ix_files_batch_id ON files (batch_id);
CREATE INDEX ix_files_contribution_id ON files (contribution_id);
CREATE INDEX ix_files_hash ON files (hash);
CREATE INDEX ix_files_name_key ON files (name_key);
CREATE INDEX ix_keywords_key ON keywords ("key");
CREATE INDEX ix_themes_key ON themes ("key");
CREATE UNIQUE INDEX uq_reading_places_whose ON reading_places (contribution_id, coalesce(archive_id, ''), coalesce(account_id, ''));
CREATE INDEX ix_annotations_contribution_id ON annotations (contribution_id);
CREATE INDEX ix_annotations_created_utc ON annotations (created_utc);
CREATE INDEX ix_annotations_source ON annotations (source, source_key);
CREATE INDEX ix_annotations_trashed_utc ON annotations (trashed_utc);
CREATE INDEX ix_reading_marks_moment_utc ON reading_marks (moment_utc);
CREATE INDEX ix_anchors_file ON anchors (file_hash);
CREATE INDEX ix_dossier_items_contribution_id ON dossier_items (contribution_id);
CREATE INDEX ix_dossier_items_dossier_id ON dossier_items (dossier_id);
CREATE UNIQUE INDEX uq_reading_marks_whose ON reading_marks (contribution_id, coalesce(archive_id, ''), coalesce(account_id, ''));
CREATE INDEX ix_bases_local ON bases (kind, local_id);
CREATE INDEX ix_losers_kept_utc ON losers (kept_utc);
CREATE UNIQUE INDEX uq_conflicts_field ON conflicts (kind, local_id, field, account_id);
CREATE INDEX ix_offers_state ON offers (state);
CREATE INDEX ix_acts_about ON acts (about);
CREATE INDEX ix_acts_contribution ON acts (contribution_id, kind);
CREATE INDEX ix_acts_state ON acts (state);
CREATE INDEX ix_mailbox_items_contribution ON mailbox_items (contribution_id, kind);
CREATE INDEX ix_mailbox_items_list ON mailbox_items (archive_id, account_id, kind, side, moved, number, is_unread, is_waiting, contribution_id);
CREATE INDEX ix_comments_contribution ON comments (contribution_id, created);
CREATE INDEX ix_person_names_person_id ON person_names (person_id);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('texts',1);
INSERT INTO "sqlite_sequence" VALUES('recognised',1);
INSERT INTO "sqlite_sequence" VALUES('outbox',3);
COMMIT;
