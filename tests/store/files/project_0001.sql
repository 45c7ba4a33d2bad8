PRAGMA application_id = 1178685006;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE article (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      title TEXT NOT NULL,
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      created TEXT NOT NULL,
      publisher TEXT NOT NULL,
      authors TEXT NOT NULL,
      url TEXT NOT NULL,
      published TEXT NOT NULL,
      language TEXT NOT NULL,
      direction TEXT NOT NULL,
      removed INTEGER NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "article" VALUES(1,X'01A2033CD8D0759884C76F2F38283051','Rain at Überlingen',4,'2026-11-22T12:30:49.041Z','','["Ada","Bo"]','','','und','ltr',0,'{"1":9}',X'C12024CC83CCE4FBBFDAEE672F49B05A26EFBFF2B39A43CAB9085B14C4F8ED5B');
INSERT INTO "article" VALUES(2,X'01A2033CD8F071F39774720B6A930EEC','茶',2,'2026-11-22T12:30:49.072Z','','["Ada","Bo"]','','','und','ltr',0,'{"1":2}',X'4952E06DF70B06F55500D9D8C16486E9C4C845437C8F6CB28614AC210E2EABB6');
INSERT INTO "article" VALUES(3,X'01A2033CD8F976FE9542FF008C8E91E9','Whales',3,'2026-11-22T12:30:49.081Z','','["Ada","Bo"]','','','und','ltr',1,'{"1":10}',X'F9BC3D7894361E1FA44215C3A78D82F612D28089EED03CF04DA1F37B90469F8F');
CREATE TABLE change (
      sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      replica_key INTEGER NOT NULL REFERENCES replica ("key"),
      counter INTEGER NOT NULL,
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      at TEXT NOT NULL,
      origin TEXT NOT NULL,
      title TEXT NOT NULL,
      compensates INTEGER REFERENCES change (sequence),
      undo_head INTEGER REFERENCES change (sequence),
      undo_parent INTEGER REFERENCES change (sequence),
      redo_head INTEGER REFERENCES change (sequence),
      redo_parent INTEGER REFERENCES change (sequence),
      hash BLOB NOT NULL,
      UNIQUE (replica_key, counter)
    ) STRICT
    ;
INSERT INTO "change" VALUES(1,1,1,1,'2026-11-22T12:30:49.058Z','do','Add Rain at Überlingen',NULL,1,NULL,NULL,NULL,X'43E0A15953E2F9F4373C3201D22A809075556F203EE3BE36647D61B7F277DD2C');
INSERT INTO "change" VALUES(2,1,2,1,'2026-11-22T12:30:49.079Z','do','Add 茶',NULL,2,1,NULL,NULL,X'8DB8B3B5B258D40A9B3A9D43601EEF596C18FDC11D94BFD0065D7D516046359C');
INSERT INTO "change" VALUES(3,1,3,1,'2026-11-22T12:30:49.087Z','do','Add Whales',NULL,3,2,NULL,NULL,X'35CDC6DE3411033B969517A7D03C15394CFDA80F8A1D5EBF30F7CEEFC226799E');
INSERT INTO "change" VALUES(4,1,4,1,'2026-11-22T12:30:49.109Z','do','Tag',NULL,4,3,NULL,NULL,X'BC066CB0509299120BF633C5F614EA1C7597D6674A96B2837AC502696A067499');
INSERT INTO "change" VALUES(5,1,5,1,'2026-11-22T12:30:49.117Z','do','Tag',NULL,5,4,NULL,NULL,X'C957C6DA0CDFEA8420A054CF34DE3304FE8502DD493DF856040BA91FC7908C5D');
INSERT INTO "change" VALUES(6,1,6,1,'2026-11-22T12:30:49.124Z','do','Tag',NULL,6,5,NULL,NULL,X'9B7A5DFCE4AF82BF30487B92E98FD7B7D95EB70C6E963B950BCCF88D2C105B77');
INSERT INTO "change" VALUES(7,1,7,1,'2026-11-22T12:30:49.130Z','do','Tag',NULL,7,6,NULL,NULL,X'A9E3A20F33E04DDD5E933E9224454120AA8974392D89E5CFB574AEF8522DF550');
INSERT INTO "change" VALUES(8,1,8,1,'2026-11-22T12:30:49.138Z','undo','Tag',7,6,NULL,8,NULL,X'5C1CC092F81AE30670AD872FDA6BD77CEE819AB4E97925FE1F48FB91D504A5E5');
INSERT INTO "change" VALUES(9,1,9,1,'2026-11-22T12:30:49.148Z','do','Edit',NULL,9,6,NULL,NULL,X'2700DA9EDC9C02913B60F6084E3855400512BB7135CA6EE499DE2257E20DC39D');
INSERT INTO "change" VALUES(10,1,10,1,'2026-11-22T12:30:49.152Z','do','Remove',NULL,10,9,NULL,NULL,X'056953E6D3144A7C369AC11C388BE0526B2C72424AAA7F8D49F3E7C9B19C0562');
CREATE TABLE change_item (
      sequence INTEGER NOT NULL REFERENCES change (sequence),
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      uuid BLOB NOT NULL,
      "before" TEXT,
      "after" TEXT,
      PRIMARY KEY (sequence, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "change_item" VALUES(1,0,'article',X'01A2033CD8D0759884C76F2F38283051',NULL,'{"authors":["Ada","Bo"],"created":"2026-11-22T12:30:49.041Z","direction":"ltr","key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":1,"title":"Rain at Überlingen","url":""}');
INSERT INTO "change_item" VALUES(1,1,'revision',X'01A2033CD8D17512AE46E796B0FFFC83',NULL,'{"article_key":1,"chars":85,"created":"2026-11-22T12:30:49.041Z","key":1,"number":1,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":85,"text_sha256":"f77e718e59cc3e9045de883c5a1c8ed42fd6a7572a6498d80ed38c8f62612f39"}');
INSERT INTO "change_item" VALUES(2,0,'article',X'01A2033CD8F071F39774720B6A930EEC',NULL,'{"authors":["Ada","Bo"],"created":"2026-11-22T12:30:49.072Z","direction":"ltr","key":2,"language":"und","published":"","publisher":"","removed":0,"revision_key":2,"title":"茶","url":""}');
INSERT INTO "change_item" VALUES(2,1,'revision',X'01A2033CD8F071F39774720B6A930EED',NULL,'{"article_key":2,"chars":35,"created":"2026-11-22T12:30:49.072Z","key":2,"number":1,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":35,"text_sha256":"287ec4d506b94ed79d203d4aa2258dc2cc38972b05cc8ba427c41931e9292f5d"}');
INSERT INTO "change_item" VALUES(3,0,'article',X'01A2033CD8F976FE9542FF008C8E91E9',NULL,'{"authors":["Ada","Bo"],"created":"2026-11-22T12:30:49.081Z","direction":"ltr","key":3,"language":"und","published":"","publisher":"","removed":0,"revision_key":3,"title":"Whales","url":""}');
INSERT INTO "change_item" VALUES(3,1,'revision',X'01A2033CD8F976FE9542FF008C8E91EA',NULL,'{"article_key":3,"chars":20,"created":"2026-11-22T12:30:49.081Z","key":3,"number":1,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":20,"text_sha256":"7dc2cbd9d2218bb5d49e1938b76d3146504118871b3bed68b1f036b87bee6769"}');
INSERT INTO "change_item" VALUES(4,0,'claim',X'01A2033CD90273A9A43BC88D0FF73D55',NULL,'{"affiliation":"","check_worthiness":"","claim_date":"","claim_kind":"","claim_place":"","confidence":"","created":"2026-11-22T12:30:49.090Z","cue":"","evidence":[],"form":"","justification":"","key":1,"modified":"2026-11-22T12:30:49.090Z","note":"Ask the harbor master.","restated":"","speaker":"Ada Lovelace","speaker_role":"","status":"","verdict":"","via":""}');
INSERT INTO "change_item" VALUES(4,1,'highlight',X'01A2033CD904759B9E3FBFEC5D1F0696',NULL,'{"article_key":1,"claim_key":1,"codebook_revision":1,"created":"2026-11-22T12:30:49.092Z","key":1,"label_key":1,"modified":"2026-11-22T12:30:49.092Z","parts":[[1,12,16,0]],"quote":"We stayed inside","reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(4,2,'mark',X'01A2033CD912721DBBA1E98A902C9D2D',NULL,'{"article_key":1,"created":"2026-11-22T12:30:49.106Z","key":1,"parts":[[3,0,8,0]],"reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(5,0,'highlight',X'01A2033CD91A730EA7AF530B9534C3F3',NULL,'{"article_key":2,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T12:30:49.114Z","key":2,"label_key":2,"modified":"2026-11-22T12:30:49.114Z","parts":[[5,0,4,0],[5,8,1,0]],"quote":"北京大学 … 茶","reviewer_key":1,"revision_key":2}');
INSERT INTO "change_item" VALUES(6,0,'highlight',X'01A2033CD92273868485B5D9C5149E68',NULL,'{"article_key":3,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T12:30:49.122Z","key":3,"label_key":3,"modified":"2026-11-22T12:30:49.122Z","parts":[[7,13,6,0]],"quote":"whales","reviewer_key":1,"revision_key":3}');
INSERT INTO "change_item" VALUES(7,0,'highlight',X'01A2033CD9287268BF6CC4588FF6557B',NULL,'{"article_key":1,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T12:30:49.128Z","key":4,"label_key":3,"modified":"2026-11-22T12:30:49.128Z","parts":[[3,1,6,0]],"quote":"obody ","reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(8,0,'highlight',X'01A2033CD9287268BF6CC4588FF6557B','{"article_key":1,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T12:30:49.128Z","key":4,"label_key":3,"modified":"2026-11-22T12:30:49.128Z","parts":[[3,1,6,0]],"quote":"obody ","reviewer_key":1,"revision_key":1}',NULL);
INSERT INTO "change_item" VALUES(9,0,'revision',X'01A2033CD93577629E405E9D856C6DF5',NULL,'{"article_key":1,"chars":85,"created":"2026-11-22T12:30:49.141Z","key":4,"number":2,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":85,"text_sha256":"149f1d494ef600ef3da449ab1722cf3aa83d9ae78e17b8906765c9bfd63951ec"}');
INSERT INTO "change_item" VALUES(9,1,'article',X'01A2033CD8D0759884C76F2F38283051','{"authors":["Ada","Bo"],"created":"2026-11-22T12:30:49.041Z","direction":"ltr","key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":1,"title":"Rain at Überlingen","url":""}','{"authors":["Ada","Bo"],"created":"2026-11-22T12:30:49.041Z","direction":"ltr","key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":4,"title":"Rain at Überlingen","url":""}');
INSERT INTO "change_item" VALUES(10,0,'article',X'01A2033CD8F976FE9542FF008C8E91E9','{"authors":["Ada","Bo"],"created":"2026-11-22T12:30:49.081Z","direction":"ltr","key":3,"language":"und","published":"","publisher":"","removed":0,"revision_key":3,"title":"Whales","url":""}','{"authors":["Ada","Bo"],"created":"2026-11-22T12:30:49.081Z","direction":"ltr","key":3,"language":"und","published":"","publisher":"","removed":1,"revision_key":3,"title":"Whales","url":""}');
CREATE TABLE claim (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      created TEXT NOT NULL,
      modified TEXT NOT NULL,
      speaker TEXT NOT NULL,
      speaker_role TEXT NOT NULL,
      affiliation TEXT NOT NULL,
      via TEXT NOT NULL,
      form TEXT NOT NULL,
      cue TEXT NOT NULL,
      restated TEXT NOT NULL,
      claim_kind TEXT NOT NULL,
      check_worthiness TEXT NOT NULL,
      claim_date TEXT NOT NULL,
      claim_place TEXT NOT NULL,
      status TEXT NOT NULL,
      verdict TEXT NOT NULL,
      justification TEXT NOT NULL,
      evidence TEXT NOT NULL,
      note TEXT NOT NULL,
      confidence TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "claim" VALUES(1,X'01A2033CD90273A9A43BC88D0FF73D55','2026-11-22T12:30:49.090Z','2026-11-22T12:30:49.090Z','Ada Lovelace','','','','','','','','','','','','','','[]','Ask the harbor master.','','{"1":4}',X'A1916721018D5665829915D18CA051349278C0DF02122FD02D4E40A0E1E2A2E0');
CREATE TABLE codebook_revision (
      revision INTEGER NOT NULL PRIMARY KEY,
      created TEXT NOT NULL,
      guideline TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "codebook_revision" VALUES(1,'2026-11-22T12:30:49.030Z','Mark what can be checked.',X'D8FB680A8CB92F8E4C28F60D5818D66F714085C80A0163F36E8057D3912C0311');
CREATE TABLE highlight (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      label_key INTEGER NOT NULL REFERENCES label ("key"),
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      claim_key INTEGER REFERENCES claim ("key"),
      quote TEXT NOT NULL,
      codebook_revision INTEGER NOT NULL REFERENCES codebook_revision (revision),
      created TEXT NOT NULL,
      modified TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "highlight" VALUES(1,X'01A2033CD904759B9E3FBFEC5D1F0696',1,1,1,1,1,'We stayed inside',1,'2026-11-22T12:30:49.092Z','2026-11-22T12:30:49.092Z','{"1":4}',X'E9DBE26A8D4D37534F9EB499F75BD4E078D9D83D27D2574F5CF38ED6423B207B');
INSERT INTO "highlight" VALUES(2,X'01A2033CD91A730EA7AF530B9534C3F3',2,2,2,1,NULL,'北京大学 … 茶',1,'2026-11-22T12:30:49.114Z','2026-11-22T12:30:49.114Z','{"1":5}',X'D38B86D0DDA7105586AF945F0CAED69276CA66D11D2A061711D83F94057971CB');
INSERT INTO "highlight" VALUES(3,X'01A2033CD92273868485B5D9C5149E68',3,3,3,1,NULL,'whales',1,'2026-11-22T12:30:49.122Z','2026-11-22T12:30:49.122Z','{"1":6}',X'79E2747EC29ED78A1E299942D9F95A4683B6EC7D81516632CBB74D5BC9D7A563');
CREATE TABLE label (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      slug TEXT NOT NULL,
      name TEXT NOT NULL,
      letter TEXT NOT NULL,
      color_light TEXT NOT NULL,
      color_dark TEXT NOT NULL,
      line_style TEXT NOT NULL,
      shortcut TEXT NOT NULL,
      position INTEGER NOT NULL,
      definition TEXT NOT NULL,
      tests TEXT NOT NULL,
      edge_cases TEXT NOT NULL,
      examples TEXT NOT NULL,
      parent_key INTEGER REFERENCES label ("key"),
      archived INTEGER NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "label" VALUES(1,X'0190A1B2000070008000000000000001','official_claim','official claim','O','#ffeeaa','#443311','solid','1',1,'','["Is it said by an official?"]','[]','[]',NULL,0,'{}',X'A775160A82A95ECE35DA4597D8D3C2AE019F04EF266F0AC0DE3E5C209F850C56');
INSERT INTO "label" VALUES(2,X'0190A1B2000070008000000000000002','analyst_opinion','analyst opinion','A','#ffeeaa','#443311','solid','2',2,'','["Is it said by an official?"]','[]','[]',NULL,0,'{}',X'1F63A0A068CF5BAC91E120F7436DE835BA0F53063273CD030FB99E7288815D40');
INSERT INTO "label" VALUES(3,X'0190A1B2000070008000000000000003','concern','concern','C','#ffeeaa','#443311','solid','3',3,'','["Is it said by an official?"]','[]','[]',NULL,0,'{}',X'D49F9197BD1A19E5E83B699509EB2069EECB0754BC560B27729F8D06E3FB5BAF');
CREATE TABLE label_count (
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      label_key INTEGER NOT NULL REFERENCES label ("key"),
      count INTEGER NOT NULL,
      PRIMARY KEY (article_key, label_key)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "label_count" VALUES(1,1,1);
INSERT INTO "label_count" VALUES(1,3,0);
INSERT INTO "label_count" VALUES(2,2,1);
INSERT INTO "label_count" VALUES(3,3,1);
CREATE TABLE mark (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      created TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "mark" VALUES(1,X'01A2033CD912721DBBA1E98A902C9D2D',1,1,1,'2026-11-22T12:30:49.106Z','{"1":4}',X'A57AF2E8E542D47908E228372C0A307EB303B32AED388AB401CB89DE0EE65460');
CREATE TABLE mark_part (
      mark_key INTEGER NOT NULL REFERENCES mark ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      continues INTEGER NOT NULL,
      PRIMARY KEY (mark_key, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "mark_part" VALUES(1,0,3,0,8,0);
CREATE TABLE paragraph (
      "key" INTEGER NOT NULL PRIMARY KEY,
      sha256 BLOB NOT NULL,
      chars INTEGER NOT NULL,
      sentences INTEGER NOT NULL,
      sentence_ends TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "paragraph" VALUES(1,X'EF53661ED338DAB3F3D5A487777B2E5964D0B92BA24B7F16CC40625444EC1A36',40,2,'[11,40]','It rained. “We stayed inside,” she said.');
INSERT INTO "paragraph" VALUES(2,X'F370ACC9D8B734D907D177EF29F70D4102A6226A969871EEF36CE547B2944361',0,0,'[]','');
INSERT INTO "paragraph" VALUES(3,X'E6FB8B978CBBEE3CBFE22D36C799CC9CCA4C794E3E33D5DB8D4E6F65C56513E8',34,2,'[15,34]','Nobody 🙂 came. It was 3.5 degrees.');
INSERT INTO "paragraph" VALUES(4,X'83E8164058168D499F227E132A083ADDA584726A7685C64F6B111E205094BCA2',8,1,'[8]','The end.');
INSERT INTO "paragraph" VALUES(5,X'A94AB8307204A9349BD3C041B4E83E8804DA87CDEE5EB3E9447D34E503CBF02F',12,1,'[12]','北京大学的学生说茶很好。');
INSERT INTO "paragraph" VALUES(6,X'78E9B6476A2B8AF686E81F8128C61EC0AB3DE79E8BCB50D3A6AAF62278B5330B',22,1,'[22]','Nobody else was asked.');
INSERT INTO "paragraph" VALUES(7,X'F506E51A7F8A74125B1B9BFD4010922E6FAD4925B3824143A0B622999CA2444C',20,1,'[20]','A text about whales.');
INSERT INTO "paragraph" VALUES(8,X'28CCB588412F261FA3AEB479CF7EBC84D5D77B5553E4DD20F4D18173DFA42489',40,2,'[11,40]','It poured. “We stayed inside,” she said.');
CREATE TABLE part (
      highlight_key INTEGER NOT NULL REFERENCES highlight ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      continues INTEGER NOT NULL,
      PRIMARY KEY (highlight_key, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "part" VALUES(1,0,1,12,16,0);
INSERT INTO "part" VALUES(2,0,5,0,4,0);
INSERT INTO "part" VALUES(2,1,5,8,1,0);
INSERT INTO "part" VALUES(3,0,7,13,6,0);
CREATE TABLE progress (
      article_key INTEGER NOT NULL PRIMARY KEY REFERENCES article ("key"),
      sentences INTEGER NOT NULL,
      reviewed INTEGER NOT NULL,
      highlights INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "progress" VALUES(1,5,1,1);
INSERT INTO "progress" VALUES(2,2,1,1);
INSERT INTO "progress" VALUES(3,1,1,1);
CREATE TABLE project (
      "key" INTEGER NOT NULL CHECK (key = 1) PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      codebook_revision INTEGER NOT NULL REFERENCES codebook_revision (revision),
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "project" VALUES(1,X'01A2033CD8C7775FBEEA415A2C093DAD','old','2026-11-22T12:30:49.030Z',1,X'AF88F9A57F1C51C4760CF071A3489CD66CBD56E029118C8447E9BA09B208EFD6');
CREATE TABLE replica (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "replica" VALUES(1,X'01A2033CD8D2706DB7ED793CA62E5447',X'986A8E3FD0E947BF459ADACE18CD9D288A7F9AC3549334110975506733CCAEEF');
CREATE TABLE reviewer (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "reviewer" VALUES(1,X'0190A1B20000700080000000000000AA','Ada',X'F7634F8578AF748CA8D5EFC5940B1066287B661C3668CE7FBEDF03A39E88E2AB');
CREATE TABLE revision (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      number INTEGER NOT NULL,
      text_sha256 TEXT NOT NULL,
      chars INTEGER NOT NULL,
      segmenter TEXT NOT NULL,
      source_name TEXT NOT NULL,
      source_sha256 TEXT NOT NULL,
      source_size INTEGER NOT NULL,
      source_encoding TEXT NOT NULL,
      source_reader TEXT NOT NULL,
      source_normalized TEXT NOT NULL,
      created TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "revision" VALUES(1,X'01A2033CD8D17512AE46E796B0FFFC83',1,1,'f77e718e59cc3e9045de883c5a1c8ed42fd6a7572a6498d80ed38c8f62612f39',85,'plain 1','rain.txt','00',85,'utf-8','plain text','["BOM removed"]','2026-11-22T12:30:49.041Z','{"1":1}',X'B30A39B7671436AECA904573B6D69A06A7CB6B16E9F1E477F407AB7A113BB81A');
INSERT INTO "revision" VALUES(2,X'01A2033CD8F071F39774720B6A930EED',2,1,'287ec4d506b94ed79d203d4aa2258dc2cc38972b05cc8ba427c41931e9292f5d',35,'plain 1','rain.txt','00',35,'utf-8','plain text','["BOM removed"]','2026-11-22T12:30:49.072Z','{"1":2}',X'1EDF2FA12E6D1A4AC64E27F2EB97423CE2018CA3E9CFAA474958A21177D5B57E');
INSERT INTO "revision" VALUES(3,X'01A2033CD8F976FE9542FF008C8E91EA',3,1,'7dc2cbd9d2218bb5d49e1938b76d3146504118871b3bed68b1f036b87bee6769',20,'plain 1','rain.txt','00',20,'utf-8','plain text','["BOM removed"]','2026-11-22T12:30:49.081Z','{"1":3}',X'E5FB9F9227B79FBD8819769DD318C9B8C85632076000483487AE49310AA536F5');
INSERT INTO "revision" VALUES(4,X'01A2033CD93577629E405E9D856C6DF5',1,2,'149f1d494ef600ef3da449ab1722cf3aa83d9ae78e17b8906765c9bfd63951ec',85,'plain 1','rain.txt','00',85,'utf-8','plain text','["BOM removed"]','2026-11-22T12:30:49.141Z','{"1":9}',X'BD09CC373378F90CEC7FB36096BE28993946E8F6526FB73A22EF7DEE3FA1308E');
CREATE TABLE revision_paragraph (
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      PRIMARY KEY (revision_key, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "revision_paragraph" VALUES(1,0,1);
INSERT INTO "revision_paragraph" VALUES(1,1,2);
INSERT INTO "revision_paragraph" VALUES(1,2,3);
INSERT INTO "revision_paragraph" VALUES(1,3,4);
INSERT INTO "revision_paragraph" VALUES(2,0,5);
INSERT INTO "revision_paragraph" VALUES(2,1,6);
INSERT INTO "revision_paragraph" VALUES(3,0,7);
INSERT INTO "revision_paragraph" VALUES(4,0,8);
INSERT INTO "revision_paragraph" VALUES(4,1,2);
INSERT INTO "revision_paragraph" VALUES(4,2,3);
INSERT INTO "revision_paragraph" VALUES(4,3,4);
CREATE TABLE tombstone (
      uuid BLOB NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      version TEXT NOT NULL,
      sequence INTEGER NOT NULL REFERENCES change (sequence),
      hash BLOB NOT NULL
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "tombstone" VALUES(X'01A2033CD9287268BF6CC4588FF6557B','highlight','{"1":8}',8,X'3D7704BCDE09F438251B7CFC929E4AD53F7991DC5444588FED5D33D2DEA4766B');
CREATE INDEX article_revision ON article (revision_key);
CREATE INDEX revision_article ON revision (article_key, number);
CREATE INDEX ix_revision_text_sha256 ON revision (text_sha256);
CREATE INDEX ix_highlight_article_key ON highlight (article_key);
CREATE INDEX highlight_claim ON highlight (claim_key) WHERE claim_key IS NOT NULL;
CREATE INDEX part_place ON part (paragraph_key, start, length);
CREATE INDEX ix_mark_article_key ON mark (article_key);
CREATE INDEX mark_part_place ON mark_part (paragraph_key, start, length);
CREATE INDEX change_compensates ON change (compensates) WHERE compensates IS NOT NULL;
CREATE INDEX ix_change_item_uuid ON change_item (uuid);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('label',3);
INSERT INTO "sqlite_sequence" VALUES('reviewer',1);
INSERT INTO "sqlite_sequence" VALUES('replica',1);
INSERT INTO "sqlite_sequence" VALUES('article',3);
INSERT INTO "sqlite_sequence" VALUES('revision',4);
INSERT INTO "sqlite_sequence" VALUES('change',10);
INSERT INTO "sqlite_sequence" VALUES('claim',1);
INSERT INTO "sqlite_sequence" VALUES('highlight',4);
INSERT INTO "sqlite_sequence" VALUES('mark',1);
COMMIT;
