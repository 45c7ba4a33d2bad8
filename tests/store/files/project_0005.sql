PRAGMA application_id = 1178685006;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
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
    , finished TEXT NOT NULL DEFAULT '', finisher_key INTEGER REFERENCES reviewer ("key")) STRICT
    ;
INSERT INTO "article" VALUES(1,X'01A203BF7F397488A0273E80F15D8EDF','Rain',4,'2026-11-22T14:53:31.321Z','','["Ada","Bo"]','','','und','ltr',0,'{"1":14,"2":2}',X'EB3C83ECA3272E11F795A6170A85A0E92F999F4698C23FF1A49AD0C90069DEA8','2026-11-22T17:36:11.841Z',2);
INSERT INTO "article" VALUES(2,X'01A203BF7FD774ED8EF1FCE4A9A8906C','茶',5,'2026-11-22T14:53:31.480Z','','["Ada","Bo"]','','','und','ltr',0,'{"1":2,"3":1}',X'1DC9C67295E8683548C4FF01462763BCEB81CB1FC803DD75C5DC25D797E076A4','',NULL);
INSERT INTO "article" VALUES(3,X'01A203BF8004731AA2196D262F0B738C','Whales',3,'2026-11-22T14:53:31.524Z','','["Ada","Bo"]','','','und','ltr',1,'{"1":13}',X'379D56399CD997F93DB5B572C37D8BC24F7B97F523A64C0DCF6516E3171D1C95','',NULL);
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
      hash BLOB NOT NULL, goes_to INTEGER,
      UNIQUE (replica_key, counter)
    ) STRICT
    ;
INSERT INTO "change" VALUES(1,1,1,1,'2026-11-22T14:53:31.388Z','do','Add Rain',NULL,1,NULL,NULL,NULL,X'E7D3304DACDA11BDE528FC237A4FD70C8A06D1F0C74306F1143D12A5D4109E0A',NULL);
INSERT INTO "change" VALUES(2,1,2,1,'2026-11-22T14:53:31.486Z','do','Add 茶',NULL,2,1,NULL,NULL,X'1B90CB72458CF099BD941A6A706F8C47718D57207C3900D29AD964361628A14D',NULL);
INSERT INTO "change" VALUES(3,1,3,1,'2026-11-22T14:53:31.540Z','do','Add Whales',NULL,3,2,NULL,NULL,X'E4A0EF8591D14C275A84FE57D6C5875A4226A2BF513D8705150CB5DF8C799D07',NULL);
INSERT INTO "change" VALUES(4,1,4,1,'2026-11-22T14:53:31.596Z','do','Tag',NULL,4,3,NULL,NULL,X'FCDE9556DA86967C38C59FB242FDD09A195AEA69B1DBEF40EAB293B54E9A3173',NULL);
INSERT INTO "change" VALUES(5,1,5,1,'2026-11-22T14:53:31.658Z','do','Tag',NULL,5,4,NULL,NULL,X'0AE62A746F4EDD06F7ABD6C96712353E8A0049DD93DC8454C2FE488FD190AB49',NULL);
INSERT INTO "change" VALUES(6,1,6,1,'2026-11-22T14:53:31.698Z','do','Tag',NULL,6,5,NULL,NULL,X'170DF90B5C6CFEC46F39633D9C5F0A9ED3B9ECDEF386FB74E96DD6C37E242A38',NULL);
INSERT INTO "change" VALUES(7,1,7,1,'2026-11-22T14:53:31.753Z','do','Tag',NULL,7,6,NULL,NULL,X'1088BB5577FA82414D28F78B3CD330F608B5B2924990093C79582DE8278E0F46',NULL);
INSERT INTO "change" VALUES(8,1,8,1,'2026-11-22T14:53:31.824Z','do','Mark as reviewed',NULL,8,7,NULL,NULL,X'8C33231856A4E970CD1FB1AACF6E37646BF34D39C708546C33B339F848A3A865',NULL);
INSERT INTO "change" VALUES(9,1,9,1,'2026-11-22T14:53:31.857Z','do','Rename',NULL,9,8,NULL,NULL,X'11EDCD02F8ED65A7F5F7CD06707511FC01F58C2A685A758BE6B7A5B8E98985C8',NULL);
INSERT INTO "change" VALUES(10,1,10,1,'2026-11-22T14:53:31.920Z','do','Tag',NULL,10,9,NULL,NULL,X'B220C986F2B5D598149048FE535BC00A1648373BEC9BBCB8190B161B8938A9A5',NULL);
INSERT INTO "change" VALUES(11,1,11,1,'2026-11-22T14:53:31.941Z','do','Archive',NULL,11,10,NULL,NULL,X'D336173AE3AC34E37293CD204F2288FB93F12ABD577A0C0522E02BCE02F860D1',NULL);
INSERT INTO "change" VALUES(12,1,12,1,'2026-11-22T14:53:31.970Z','undo','Archive',11,10,NULL,12,NULL,X'3420E504C673E4A855E4D376296A59A71DC3055AD348449676ACCA0649BE726B',NULL);
INSERT INTO "change" VALUES(13,1,13,1,'2026-11-22T14:53:32.028Z','do','Remove',NULL,13,10,NULL,NULL,X'C3FBF9676C417F946C912369A0B370BC91F1A57D7E0F354EC49EC7F14A1154E0',NULL);
INSERT INTO "change" VALUES(14,1,14,1,'2026-11-22T14:53:32.065Z','do','Edit',NULL,14,13,NULL,NULL,X'C9CE7F694648716902DD013082280CA9513EE8BDEF074B93597D768B5C88AA58',NULL);
INSERT INTO "change" VALUES(15,2,1,2,'2026-11-22T17:36:11.808Z','do','Set attribution cue',NULL,15,14,NULL,NULL,X'ABB090E22A668B6509845EB1658F177898DC35F8258B3183B97FAD27BEDD4A5D',NULL);
INSERT INTO "change" VALUES(16,2,2,2,'2026-11-22T17:36:11.844Z','do','Finish “Rain”',NULL,16,15,NULL,NULL,X'0F1CB84A88FBA25F6C614D76426793956344CE53800B6210091D67E15205B280',NULL);
INSERT INTO "change" VALUES(17,3,1,1,'2026-11-22T20:46:35.818Z','do','Wait',NULL,17,16,NULL,NULL,X'33304DAE3D1D14A1B8FF5BCE2B66BA67657831BCD423A5D891ECCF0E7F0C76A6',NULL);
INSERT INTO "change" VALUES(18,3,2,1,'2026-11-22T20:46:35.825Z','do','Tag',NULL,18,17,NULL,NULL,X'F2362E6FC4642B5EB994C349579BD1074C998664A47A308AE93AAF1E2278F0EF',NULL);
INSERT INTO "change" VALUES(19,3,3,1,'2026-11-22T20:46:35.830Z','undo','Tag',18,17,NULL,19,NULL,X'084191D45B6292DF3CF566359FC015CDF5B8BBAEBEDE1355977BBEED19D4AD53',NULL);
INSERT INTO "change" VALUES(20,4,1,1,'2026-11-23T00:00:52.737Z','do','Import 1 highlight',NULL,20,17,NULL,NULL,X'61398E0C3730A4247121F3C2D5C69869BB6DA33033BF9DBBC88AE6283AD6A7C5',NULL);
INSERT INTO "change" VALUES(21,4,2,1,'2026-11-23T00:00:52.777Z','undo','Import 1 highlight',20,17,NULL,21,NULL,X'0DBF6CBA86B6101AEB7B7769666A19B06436E44B78F7B00BA1280B65133F7653',NULL);
INSERT INTO "change" VALUES(22,4,3,1,'2026-11-23T00:00:52.797Z','redo','Import 1 highlight',21,22,17,NULL,NULL,X'96A43F7DDD45BB72C165DDCD56899E7915C916D5AF3B7991F4467C6283B30113',NULL);
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
INSERT INTO "change_item" VALUES(1,0,'article',X'01A203BF7F397488A0273E80F15D8EDF',NULL,'{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.321Z","direction":"ltr","key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":1,"title":"Rain","url":""}');
INSERT INTO "change_item" VALUES(1,1,'revision',X'01A203BF7F397488A0273E80F15D8EE0',NULL,'{"article_key":1,"chars":85,"created":"2026-11-22T14:53:31.321Z","key":1,"number":1,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":85,"text_sha256":"f77e718e59cc3e9045de883c5a1c8ed42fd6a7572a6498d80ed38c8f62612f39"}');
INSERT INTO "change_item" VALUES(2,0,'article',X'01A203BF7FD774ED8EF1FCE4A9A8906C',NULL,'{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.480Z","direction":"ltr","key":2,"language":"und","published":"","publisher":"","removed":0,"revision_key":2,"title":"茶","url":""}');
INSERT INTO "change_item" VALUES(2,1,'revision',X'01A203BF7FD774ED8EF1FCE4A9A8906D',NULL,'{"article_key":2,"chars":12,"created":"2026-11-22T14:53:31.480Z","key":2,"number":1,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":12,"text_sha256":"d24367aa8729d091c40f7069f8302706058f9f83370c8c6b41c1b88e38fb9be0"}');
INSERT INTO "change_item" VALUES(3,0,'article',X'01A203BF8004731AA2196D262F0B738C',NULL,'{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.524Z","direction":"ltr","key":3,"language":"und","published":"","publisher":"","removed":0,"revision_key":3,"title":"Whales","url":""}');
INSERT INTO "change_item" VALUES(3,1,'revision',X'01A203BF8004731AA2196D262F0B738D',NULL,'{"article_key":3,"chars":12,"created":"2026-11-22T14:53:31.524Z","key":3,"number":1,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":12,"text_sha256":"a571c45ec62d897761834882383f90312b90c9a70bee0c94a9557e826719f2d9"}');
INSERT INTO "change_item" VALUES(4,0,'highlight',X'01A203BF803872188366E901ADB17FBC',NULL,'{"article_key":1,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T14:53:31.576Z","key":1,"label_key":1,"modified":"2026-11-22T14:53:31.576Z","parts":[[1,0,10,0]],"quote":"It rained.","reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(5,0,'claim',X'01A203BF807C75A699C250551AFE89AA',NULL,'{"affiliation":"","check_worthiness":"","claim_date":"","claim_kind":"","claim_place":"","confidence":"","created":"2026-11-22T14:53:31.644Z","cue":"","evidence":[{"accessed":"","archive_url":"","quote":"","stance":"supports","title":"","url":"https://example.org/a"}],"form":"","justification":"","key":1,"modified":"2026-11-22T14:53:31.644Z","note":"harbor","restated":"","speaker":"Ada Lovelace","speaker_role":"","status":"","verdict":"","via":""}');
INSERT INTO "change_item" VALUES(5,1,'highlight',X'01A203BF807D726094DD8FF56CADCB2D',NULL,'{"article_key":1,"claim_key":1,"codebook_revision":1,"created":"2026-11-22T14:53:31.645Z","key":2,"label_key":1,"modified":"2026-11-22T14:53:31.645Z","parts":[[1,11,9,0]],"quote":"“We staye","reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(6,0,'claim',X'01A203BF807C75A699C250551AFE89AB',NULL,'{"affiliation":"","check_worthiness":"","claim_date":"","claim_kind":"","claim_place":"","confidence":"","created":"2026-11-22T14:53:31.644Z","cue":"","evidence":[],"form":"","justification":"","key":2,"modified":"2026-11-22T14:53:31.644Z","note":"","restated":"","speaker":"Ada Lovelace","speaker_role":"","status":"odd","verdict":"","via":""}');
INSERT INTO "change_item" VALUES(6,1,'highlight',X'01A203BF80B1777BAB4D2F9AC08FC064',NULL,'{"article_key":1,"claim_key":2,"codebook_revision":1,"created":"2026-11-22T14:53:31.697Z","key":3,"label_key":1,"modified":"2026-11-22T14:53:31.697Z","parts":[[1,22,8,0]],"quote":"inside,”","reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(7,0,'claim',X'01A203BF807C75A699C250551AFE89AC',NULL,'{"affiliation":"","check_worthiness":"","claim_date":"","claim_kind":"","claim_place":"","confidence":"","created":"2026-11-22T14:53:31.644Z","cue":"said","evidence":[],"form":"","justification":"","key":3,"modified":"2026-11-22T14:53:31.644Z","note":"","restated":"","speaker":"Émile","speaker_role":"","status":"","verdict":"","via":""}');
INSERT INTO "change_item" VALUES(7,1,'highlight',X'01A203BF80E571E9BED39A61ED297BDC',NULL,'{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","key":4,"label_key":1,"modified":"2026-11-22T14:53:31.749Z","parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(8,0,'mark',X'01A203BF81247749B063F9331907EDA1',NULL,'{"article_key":1,"created":"2026-11-22T14:53:31.812Z","key":1,"parts":[[1,12,29,0]],"reviewer_key":1,"revision_key":1}');
INSERT INTO "change_item" VALUES(9,0,'label',X'0190A1B2000070008000000000000001','{"archived":0,"color_dark":"#443311","color_light":"#ffeeaa","definition":"","edge_cases":[],"examples":[],"key":1,"letter":"O","line_style":"solid","name":"official claim","parent_key":null,"position":1,"shortcut":"1","slug":"official_claim","tests":["Is it said by an official?"]}','{"archived":0,"color_dark":"#443311","color_light":"#ffeeaa","definition":"By an office.","edge_cases":[],"examples":[],"key":1,"letter":"O","line_style":"solid","name":"Said by an office","parent_key":null,"position":1,"shortcut":"1","slug":"official_claim","tests":["Is it said by an official?"]}');
INSERT INTO "change_item" VALUES(10,0,'highlight',X'01A203BF81827079A9F36899415324D4',NULL,'{"article_key":2,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T14:53:31.906Z","key":5,"label_key":2,"modified":"2026-11-22T14:53:31.906Z","parts":[[5,2,2,0]],"quote":"北京","reviewer_key":1,"revision_key":2}');
INSERT INTO "change_item" VALUES(11,0,'label',X'0190A1B2000070008000000000000003','{"archived":0,"color_dark":"#443311","color_light":"#ffeeaa","definition":"","edge_cases":[],"examples":[],"key":3,"letter":"C","line_style":"solid","name":"concern","parent_key":null,"position":3,"shortcut":"3","slug":"concern","tests":["Is it said by an official?"]}','{"archived":1,"color_dark":"#443311","color_light":"#ffeeaa","definition":"","edge_cases":[],"examples":[],"key":3,"letter":"C","line_style":"solid","name":"concern","parent_key":null,"position":3,"shortcut":"3","slug":"concern","tests":["Is it said by an official?"]}');
INSERT INTO "change_item" VALUES(12,0,'label',X'0190A1B2000070008000000000000003','{"archived":1,"color_dark":"#443311","color_light":"#ffeeaa","definition":"","edge_cases":[],"examples":[],"key":3,"letter":"C","line_style":"solid","name":"concern","parent_key":null,"position":3,"shortcut":"3","slug":"concern","tests":["Is it said by an official?"]}','{"archived":0,"color_dark":"#443311","color_light":"#ffeeaa","definition":"","edge_cases":[],"examples":[],"key":3,"letter":"C","line_style":"solid","name":"concern","parent_key":null,"position":3,"shortcut":"3","slug":"concern","tests":["Is it said by an official?"]}');
INSERT INTO "change_item" VALUES(13,0,'article',X'01A203BF8004731AA2196D262F0B738C','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.524Z","direction":"ltr","key":3,"language":"und","published":"","publisher":"","removed":0,"revision_key":3,"title":"Whales","url":""}','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.524Z","direction":"ltr","key":3,"language":"und","published":"","publisher":"","removed":1,"revision_key":3,"title":"Whales","url":""}');
INSERT INTO "change_item" VALUES(14,0,'revision',X'01A203BF82077317B43B4DB00B26B7A3',NULL,'{"article_key":1,"chars":85,"created":"2026-11-22T14:53:32.040Z","key":4,"number":2,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":85,"text_sha256":"149f1d494ef600ef3da449ab1722cf3aa83d9ae78e17b8906765c9bfd63951ec"}');
INSERT INTO "change_item" VALUES(14,1,'article',X'01A203BF7F397488A0273E80F15D8EDF','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.321Z","direction":"ltr","key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":1,"title":"Rain","url":""}','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.321Z","direction":"ltr","key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":4,"title":"Rain","url":""}');
INSERT INTO "change_item" VALUES(15,0,'claim',X'01A203BF807C75A699C250551AFE89AC','{"affiliation":"","check_worthiness":"","claim_date":"","claim_kind":"","claim_place":"","confidence":"","created":"2026-11-22T14:53:31.644Z","cue":"said","evidence":[],"form":"","justification":"","key":3,"modified":"2026-11-22T14:53:31.644Z","note":"","restated":"","speaker":"Émile","speaker_role":"","status":"","verdict":"","via":""}','{"affiliation":"","check_worthiness":"","claim_date":"","claim_kind":"","claim_place":"","confidence":"","created":"2026-11-22T14:53:31.644Z","cue":"It ","evidence":[],"form":"","justification":"","key":3,"modified":"2026-11-22T17:36:11.792Z","note":"","restated":"","speaker":"Émile","speaker_role":"","status":"","verdict":"","via":""}');
INSERT INTO "change_item" VALUES(15,1,'highlight',X'01A203BF80E571E9BED39A61ED297BDC','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","key":4,"label_key":1,"modified":"2026-11-22T14:53:31.749Z","parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":1}','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","cue":[[7,0,3,0]],"key":4,"label_key":1,"modified":"2026-11-22T17:36:11.801Z","parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":4}');
INSERT INTO "change_item" VALUES(16,0,'article',X'01A203BF7F397488A0273E80F15D8EDF','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.321Z","direction":"ltr","key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":4,"title":"Rain","url":""}','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.321Z","direction":"ltr","finished":"2026-11-22T17:36:11.841Z","finisher_key":2,"key":1,"language":"und","published":"","publisher":"","removed":0,"revision_key":4,"title":"Rain","url":""}');
INSERT INTO "change_item" VALUES(17,0,'article',X'01A203BF7FD774ED8EF1FCE4A9A8906C','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.480Z","direction":"ltr","key":2,"language":"und","published":"","publisher":"","removed":0,"revision_key":2,"title":"茶","url":""}','{"authors":["Ada","Bo"],"created":"2026-11-22T14:53:31.480Z","direction":"ltr","key":2,"language":"und","published":"","publisher":"","removed":0,"revision_key":5,"title":"茶","url":""}');
INSERT INTO "change_item" VALUES(17,1,'revision',X'01A20502BF1F76CBA488782C1209C33A',NULL,'{"article_key":2,"chars":14,"created":"2026-11-22T20:46:35.807Z","key":5,"number":2,"segmenter":"plain 1","source_encoding":"utf-8","source_name":"rain.txt","source_normalized":["BOM removed"],"source_reader":"plain text","source_sha256":"00","source_size":14,"text_sha256":"66bea35f13459abc5a3f2b9e03aacde16d24e25ae540fc165c0e23c684a994f7"}');
INSERT INTO "change_item" VALUES(17,2,'highlight',X'01A203BF81827079A9F36899415324D4','{"article_key":2,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T14:53:31.906Z","key":5,"label_key":2,"modified":"2026-11-22T14:53:31.906Z","parts":[[5,2,2,0]],"quote":"北京","reviewer_key":1,"revision_key":2}','{"article_key":2,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T14:53:31.906Z","key":5,"label_key":2,"modified":"2026-11-22T14:53:31.906Z","parts":[[8,2,0,0]],"quote":"北京","reviewer_key":1,"revision_key":5,"unplaced":{"candidates":[[[[8,0,2,0]],0.5]],"outcome":"lost","prefix":"before","suffix":"after"}}');
INSERT INTO "change_item" VALUES(18,0,'highlight',X'01A20502BF3070EEBA473B367DCB3F93',NULL,'{"article_key":2,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T20:46:35.824Z","key":6,"label_key":1,"modified":"2026-11-22T20:46:35.824Z","parts":[[8,0,2,0]],"quote":"新。","reviewer_key":1,"revision_key":5}');
INSERT INTO "change_item" VALUES(19,0,'highlight',X'01A20502BF3070EEBA473B367DCB3F93','{"article_key":2,"claim_key":null,"codebook_revision":1,"created":"2026-11-22T20:46:35.824Z","key":6,"label_key":1,"modified":"2026-11-22T20:46:35.824Z","parts":[[8,0,2,0]],"quote":"新。","reviewer_key":1,"revision_key":5}',NULL);
INSERT INTO "change_item" VALUES(20,0,'highlight',X'01A203BF80E571E9BED39A61ED297BDC','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","cue":[[7,0,3,0]],"key":4,"label_key":1,"modified":"2026-11-22T17:36:11.801Z","parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":4}','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","cue":[[7,0,3,0]],"key":4,"label_key":1,"modified":"2026-11-22T17:36:11.801Z","origin":{"digest":"0f","id":"T1","modified":"2026-11-22T17:36:11.841Z","tool":"brat"},"parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":4}');
INSERT INTO "change_item" VALUES(21,0,'highlight',X'01A203BF80E571E9BED39A61ED297BDC','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","cue":[[7,0,3,0]],"key":4,"label_key":1,"modified":"2026-11-22T17:36:11.801Z","origin":{"digest":"0f","id":"T1","modified":"2026-11-22T17:36:11.841Z","tool":"brat"},"parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":4}','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","cue":[[7,0,3,0]],"key":4,"label_key":1,"modified":"2026-11-22T17:36:11.801Z","parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":4}');
INSERT INTO "change_item" VALUES(22,0,'highlight',X'01A203BF80E571E9BED39A61ED297BDC','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","cue":[[7,0,3,0]],"key":4,"label_key":1,"modified":"2026-11-22T17:36:11.801Z","parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":4}','{"article_key":1,"claim_key":3,"codebook_revision":1,"created":"2026-11-22T14:53:31.749Z","cue":[[7,0,3,0]],"key":4,"label_key":1,"modified":"2026-11-22T17:36:11.801Z","origin":{"digest":"0f","id":"T1","modified":"2026-11-22T17:36:11.841Z","tool":"brat"},"parts":[[3,1,7,0]],"quote":"obody 🙂","reviewer_key":1,"revision_key":4}');
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
INSERT INTO "claim" VALUES(1,X'01A203BF807C75A699C250551AFE89AA','2026-11-22T14:53:31.644Z','2026-11-22T14:53:31.644Z','Ada Lovelace','','','','','','','','','','','','','','[{"accessed":"","archive_url":"","quote":"","stance":"supports","title":"","url":"https://example.org/a"}]','harbor','','{"1":5}',X'E978E3BCBF9722FBA01DAE79BF1D0193ABC3DE2ACB145C8A9FB3458029BE856C');
INSERT INTO "claim" VALUES(2,X'01A203BF807C75A699C250551AFE89AB','2026-11-22T14:53:31.644Z','2026-11-22T14:53:31.644Z','Ada Lovelace','','','','','','','','','','','odd','','','[]','','','{"1":6}',X'12BCA0B26C02378574A44A941687787283897DB22BCB9AB5459CB86171604116');
INSERT INTO "claim" VALUES(3,X'01A203BF807C75A699C250551AFE89AC','2026-11-22T14:53:31.644Z','2026-11-22T17:36:11.792Z','Émile','','','','','It ','','','','','','','','','[]','','','{"1":7,"2":1}',X'D406A3DB59BA08B032D20985CD1723B35CF42EDBA41D074125E5AE9E64A377D9');
CREATE TABLE codebook_revision (
      revision INTEGER NOT NULL PRIMARY KEY,
      created TEXT NOT NULL,
      guideline TEXT NOT NULL,
      hash BLOB NOT NULL
    , verdicts TEXT) STRICT
    ;
INSERT INTO "codebook_revision" VALUES(1,'2026-11-22T14:53:31.241Z','Mark what can be checked.',X'98F0CED210559F40F632C97613F197F0C5E2B22EBFBFDA439D9279EE29675510',NULL);
INSERT INTO "codebook_revision" VALUES(2,'2026-11-22T14:53:31.857Z','Mark what can be checked.',X'76736BF55D5B6F2FDB07BCBAE4D18081667D53B3F0CF387DCB7DC038D47CF930',NULL);
INSERT INTO "codebook_revision" VALUES(3,'2026-11-22T14:53:31.941Z','Mark what can be checked.',X'2792ADDD727250118B2489A1F12DC085E71E31FDD61A48A9F198955D161E6055',NULL);
INSERT INTO "codebook_revision" VALUES(4,'2026-11-22T14:53:31.970Z','Mark what can be checked.',X'97C429A46078931A83CFFE7081ED9FD17DD5B1052C4241C1903DF2486A9A5BC0',NULL);
CREATE TABLE guideline (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      text TEXT NOT NULL,
      verdicts TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "guideline" VALUES(1,X'01A203BF7EEA7656812589FD1EA71F3D','Mark what can be checked.','["True","Mostly true","Half true","Mostly false","False","Misleading","Missing context","Unproven","Outdated","Satire"]','{}',X'8A695EC3E7E8D0DFE89EC45895CDC72ECA854C8AB85DE38D21228692AFA4992E');
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
    , cue TEXT NOT NULL DEFAULT '[]', unplaced TEXT NOT NULL DEFAULT '{}', origin TEXT NOT NULL DEFAULT '{}') STRICT
    ;
INSERT INTO "highlight" VALUES(1,X'01A203BF803872188366E901ADB17FBC',1,1,1,1,NULL,'It rained.',1,'2026-11-22T14:53:31.576Z','2026-11-22T14:53:31.576Z','{"1":4}',X'D80EC29D7741FCF69320D5D6D6B5742FCF22ABA61D7A4190C63D085E6F3A31C9','[]','{}','{}');
INSERT INTO "highlight" VALUES(2,X'01A203BF807D726094DD8FF56CADCB2D',1,1,1,1,1,'“We staye',1,'2026-11-22T14:53:31.645Z','2026-11-22T14:53:31.645Z','{"1":5}',X'A999ECAC3031991E650B834635E41057FAAB24ADDB4ECD005BEF0772F666C5C5','[]','{}','{}');
INSERT INTO "highlight" VALUES(3,X'01A203BF80B1777BAB4D2F9AC08FC064',1,1,1,1,2,'inside,”',1,'2026-11-22T14:53:31.697Z','2026-11-22T14:53:31.697Z','{"1":6}',X'2C45658CA29D9CA383972390003E143BDB65559E99109E5FA5A4C07E21D9278A','[]','{}','{}');
INSERT INTO "highlight" VALUES(4,X'01A203BF80E571E9BED39A61ED297BDC',1,4,1,1,3,'obody 🙂',1,'2026-11-22T14:53:31.749Z','2026-11-22T17:36:11.801Z','{"1":7,"2":1,"4":3}',X'3DD8BDAFE11E81B749B41F86D08001A7CA52B0FA6D309EFF43266902CA384049','[[7,0,3,0]]','{}','{"digest":"0f","id":"T1","modified":"2026-11-22T17:36:11.841Z","tool":"brat"}');
INSERT INTO "highlight" VALUES(5,X'01A203BF81827079A9F36899415324D4',2,5,2,1,NULL,'北京',1,'2026-11-22T14:53:31.906Z','2026-11-22T14:53:31.906Z','{"1":10,"3":1}',X'3200E7AC881CB731B66A639A595C8188FC3FC62C48BB0FF1239CA86273B44BE8','[]','{"candidates":[[[[8,0,2,0]],0.5]],"outcome":"lost","prefix":"before","suffix":"after"}','{}');
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
    , fields TEXT NOT NULL DEFAULT '[]', revised INTEGER NOT NULL DEFAULT 0) STRICT
    ;
INSERT INTO "label" VALUES(1,X'0190A1B2000070008000000000000001','official_claim','Said by an office','O','#ffeeaa','#443311','solid','1',1,'By an office.','["Is it said by an official?"]','[]','[]',NULL,0,'{"1":9}',X'E03AF8656867B109C639B273CA210CA8D9012D8FC93C51D006D625ABF5010F8F','[]',0);
INSERT INTO "label" VALUES(2,X'0190A1B2000070008000000000000002','analyst_opinion','analyst opinion','A','#ffeeaa','#443311','solid','2',2,'','["Is it said by an official?"]','[]','[]',NULL,0,'{}',X'1F63A0A068CF5BAC91E120F7436DE835BA0F53063273CD030FB99E7288815D40','[]',0);
INSERT INTO "label" VALUES(3,X'0190A1B2000070008000000000000003','concern','concern','C','#ffeeaa','#443311','solid','3',3,'','["Is it said by an official?"]','[]','[]',NULL,0,'{"1":12}',X'F5ECE0125FDF0432C880623D0B014B9B6925277E661C611E6B0498A4ABE0F801','[]',0);
CREATE TABLE label_count (
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      label_key INTEGER NOT NULL REFERENCES label ("key"),
      count INTEGER NOT NULL,
      PRIMARY KEY (article_key, label_key)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "label_count" VALUES(1,1,4);
INSERT INTO "label_count" VALUES(2,1,0);
INSERT INTO "label_count" VALUES(2,2,1);
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
INSERT INTO "mark" VALUES(1,X'01A203BF81247749B063F9331907EDA1',1,1,1,'2026-11-22T14:53:31.812Z','{"1":8}',X'962AD0CF1972D05E95A1B99BAF3836CA607A782E0F06353272673A60E1F7DF8D');
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
INSERT INTO "mark_part" VALUES(1,0,1,12,29,0);
CREATE TABLE original (
      sha256 TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (sha256)
    ) STRICT
    ;
INSERT INTO "original" VALUES('8b38b558e4df5eb3a70f60edea988d448559dfdded9b7ca08d9ba7f6c5ac71a8',X'4974207261696E65642E');
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
INSERT INTO "paragraph" VALUES(5,X'256C6CEB294E3411415BCF5024CFF7BA4FEB71464DF7223D06434092D9D4AA8C',12,1,'[12]','茶は北京大学で飲まれた。');
INSERT INTO "paragraph" VALUES(6,X'67EAED872ED6FBBDF3BF0FE85EE7FB313EAC5E274DF1A4C27EAF8FA07749AC6C',12,1,'[12]','Whales sing.');
INSERT INTO "paragraph" VALUES(7,X'28CCB588412F261FA3AEB479CF7EBC84D5D77B5553E4DD20F4D18173DFA42489',40,2,'[11,40]','It poured. “We stayed inside,” she said.');
INSERT INTO "paragraph" VALUES(8,X'6532B85E7ADBA807F88D331593894A17DA0AFD1EE23DAF25279F5D54261076B6',14,2,'[2,14]','新。茶は北京大学で飲まれた。');
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
INSERT INTO "part" VALUES(1,0,1,0,10,0);
INSERT INTO "part" VALUES(2,0,1,11,9,0);
INSERT INTO "part" VALUES(3,0,1,22,8,0);
INSERT INTO "part" VALUES(4,0,3,1,7,0);
INSERT INTO "part" VALUES(5,0,8,2,0,0);
CREATE TABLE progress (
      article_key INTEGER NOT NULL PRIMARY KEY REFERENCES article ("key"),
      sentences INTEGER NOT NULL,
      reviewed INTEGER NOT NULL,
      highlights INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "progress" VALUES(1,5,1,4);
INSERT INTO "progress" VALUES(2,2,0,1);
INSERT INTO "progress" VALUES(3,1,0,0);
CREATE TABLE project (
      "key" INTEGER NOT NULL CHECK (key = 1) PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      codebook_revision INTEGER NOT NULL REFERENCES codebook_revision (revision),
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "project" VALUES(1,X'01A203BF7EEA7656812589FD1EA71F3D','old','2026-11-22T14:53:31.241Z',4,X'B5763C6583653F33911702815603E36CD1064C74B7DAA20B77BEC88756725A63');
CREATE TABLE replica (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "replica" VALUES(1,X'01A203BF7F3B7300BC8049710D911720',X'BED7056CB6D8C023A916C9E48A11FBEFA998D8A406CDA1D97563258D095B281E');
INSERT INTO "replica" VALUES(2,X'01A204546E0B73F5BB4568D93FF6BC08',X'9796C3BCF81DBA0A9A0764F2C7E194B17A04EFC0A3A55A8A3D141586CB2907FE');
INSERT INTO "replica" VALUES(3,X'01A20502BF1C72668D602F1A17B759C8',X'60AF23C3329A357D317F86E1EE98F96D74E40D584F319095D4CC13DC866F2F4B');
INSERT INTO "replica" VALUES(4,X'01A205B49DF77486A586CA227609874C',X'2E9D06389D4C8D94985BD6629E2BF61EAB35F802B156BF08DB98BD8387980582');
CREATE TABLE reviewer (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "reviewer" VALUES(1,X'0190A1B20000700080000000000000AA','Ada',X'F7634F8578AF748CA8D5EFC5940B1066287B661C3668CE7FBEDF03A39E88E2AB');
INSERT INTO "reviewer" VALUES(2,X'01A20321E1CC77B7B54A3A8C9BF0D005','root',X'370FE97755EC7DB2AFEA78EAF472BC0A63D7BF2F8E9275258435284B19BC8758');
INSERT INTO "reviewer" VALUES(3,X'0190A1B20000700080000000000000AB','Grace',X'02694B70536E2F97C9C2F29DBBFEE4E1C75E36AA557245FAED13E6009E38D547');
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
INSERT INTO "revision" VALUES(1,X'01A203BF7F397488A0273E80F15D8EE0',1,1,'f77e718e59cc3e9045de883c5a1c8ed42fd6a7572a6498d80ed38c8f62612f39',85,'plain 1','rain.txt','00',85,'utf-8','plain text','["BOM removed"]','2026-11-22T14:53:31.321Z','{"1":1}',X'15DAC4378730A0CD4565EDF7115D858C67016AD7C5BED6AAEA622D1373D8DC9B');
INSERT INTO "revision" VALUES(2,X'01A203BF7FD774ED8EF1FCE4A9A8906D',2,1,'d24367aa8729d091c40f7069f8302706058f9f83370c8c6b41c1b88e38fb9be0',12,'plain 1','rain.txt','00',12,'utf-8','plain text','["BOM removed"]','2026-11-22T14:53:31.480Z','{"1":2}',X'2033057026DA1BF92725D29DB4EE613E0EFCC3C2609094ED6DFCBAFECBD6AF90');
INSERT INTO "revision" VALUES(3,X'01A203BF8004731AA2196D262F0B738D',3,1,'a571c45ec62d897761834882383f90312b90c9a70bee0c94a9557e826719f2d9',12,'plain 1','rain.txt','00',12,'utf-8','plain text','["BOM removed"]','2026-11-22T14:53:31.524Z','{"1":3}',X'018DB3ECA04E99B8518E8C746FDA3EC32878E412104AC640E338332F7580E366');
INSERT INTO "revision" VALUES(4,X'01A203BF82077317B43B4DB00B26B7A3',1,2,'149f1d494ef600ef3da449ab1722cf3aa83d9ae78e17b8906765c9bfd63951ec',85,'plain 1','rain.txt','00',85,'utf-8','plain text','["BOM removed"]','2026-11-22T14:53:32.040Z','{"1":14}',X'3D5580671D8BDE1F655371D06BEB028A05857CC50D9E19D667BEF0ED86C03E12');
INSERT INTO "revision" VALUES(5,X'01A20502BF1F76CBA488782C1209C33A',2,2,'66bea35f13459abc5a3f2b9e03aacde16d24e25ae540fc165c0e23c684a994f7',14,'plain 1','rain.txt','00',14,'utf-8','plain text','["BOM removed"]','2026-11-22T20:46:35.807Z','{"3":1}',X'490AEC328AFBA8050BB2274588FD134309D38C3BAB6B58AF3EEA010609463EA3');
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
INSERT INTO "revision_paragraph" VALUES(3,0,6);
INSERT INTO "revision_paragraph" VALUES(4,0,7);
INSERT INTO "revision_paragraph" VALUES(4,1,2);
INSERT INTO "revision_paragraph" VALUES(4,2,3);
INSERT INTO "revision_paragraph" VALUES(4,3,4);
INSERT INTO "revision_paragraph" VALUES(5,0,8);
CREATE TABLE shingle (
      hash INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL,
      PRIMARY KEY (hash, paragraph_key),
      FOREIGN KEY(paragraph_key) REFERENCES paragraph ("key")
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "shingle" VALUES(324652761476353848,7);
INSERT INTO "shingle" VALUES(1219327823618699760,5);
INSERT INTO "shingle" VALUES(1219327823618699760,8);
CREATE TABLE speaker_count (
      speaker TEXT NOT NULL,
      folded TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (speaker)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "speaker_count" VALUES('Ada Lovelace','ada lovelace',2);
INSERT INTO "speaker_count" VALUES('Émile','emile',1);
CREATE TABLE tombstone (
      uuid BLOB NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      version TEXT NOT NULL,
      sequence INTEGER NOT NULL REFERENCES change (sequence),
      hash BLOB NOT NULL
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "tombstone" VALUES(X'01A20502BF3070EEBA473B367DCB3F93','highlight','{"3":3}',19,X'4668DD29D71AB9BF94CDD54F0E2136958EDF893106AA2F0F0E9D5475EF58E0BE');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('label',3);
INSERT INTO "sqlite_sequence" VALUES('reviewer',3);
INSERT INTO "sqlite_sequence" VALUES('replica',4);
INSERT INTO "sqlite_sequence" VALUES('article',3);
INSERT INTO "sqlite_sequence" VALUES('revision',5);
INSERT INTO "sqlite_sequence" VALUES('change',22);
INSERT INTO "sqlite_sequence" VALUES('highlight',6);
INSERT INTO "sqlite_sequence" VALUES('claim',3);
INSERT INTO "sqlite_sequence" VALUES('mark',1);
INSERT INTO "sqlite_sequence" VALUES('guideline',1);
CREATE INDEX article_revision ON article (revision_key);
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE INDEX change_compensates ON change (compensates) WHERE compensates IS NOT NULL;
CREATE INDEX highlight_claim ON highlight (claim_key) WHERE claim_key IS NOT NULL;
CREATE INDEX highlight_cue ON highlight (article_key) WHERE cue <> '[]';
CREATE INDEX highlight_guideline ON highlight (label_key, codebook_revision);
CREATE INDEX highlight_reviewer ON highlight (reviewer_key);
CREATE INDEX highlight_revision ON highlight (revision_key);
CREATE INDEX highlight_unplaced ON highlight (article_key) WHERE unplaced <> '{}';
CREATE INDEX ix_change_item_uuid ON change_item (uuid);
CREATE INDEX ix_highlight_article_key ON highlight (article_key);
CREATE INDEX ix_mark_article_key ON mark (article_key);
CREATE INDEX ix_revision_text_sha256 ON revision (text_sha256);
CREATE INDEX mark_part_place ON mark_part (paragraph_key, start, length);
CREATE INDEX mark_revision ON mark (revision_key);
CREATE INDEX part_place ON part (paragraph_key, start, length);
CREATE INDEX revision_article ON revision (article_key, number);
CREATE INDEX revision_place ON revision_paragraph (paragraph_key);
CREATE INDEX speaker_order ON speaker_count (count DESC, folded);
CREATE VIRTUAL TABLE paragraph_words USING fts5 (words, content = '', tokenize = 'ascii');
INSERT INTO paragraph_words (rowid, words) VALUES (1, 'it rained we stayed inside she said');
INSERT INTO paragraph_words (rowid, words) VALUES (3, 'nobody came it was 3 5 degrees');
INSERT INTO paragraph_words (rowid, words) VALUES (4, 'the end');
INSERT INTO paragraph_words (rowid, words) VALUES (5, '茶は は北 北京 京大 大学 学で で飲 飲ま まれ れた た');
INSERT INTO paragraph_words (rowid, words) VALUES (6, 'whales sing');
INSERT INTO paragraph_words (rowid, words) VALUES (7, 'it poured we stayed inside she said');
INSERT INTO paragraph_words (rowid, words) VALUES (8, '新 茶は は北 北京 京大 大学 学で で飲 飲ま まれ れた た');
CREATE VIRTUAL TABLE title_words USING fts5 (words, tokenize = 'ascii');
INSERT INTO title_words (rowid, words) VALUES (1, 'rain');
INSERT INTO title_words (rowid, words) VALUES (2, '茶');
INSERT INTO title_words (rowid, words) VALUES (3, 'whales');
CREATE VIRTUAL TABLE quote_words USING fts5 (words, tokenize = 'ascii');
INSERT INTO quote_words (rowid, words) VALUES (1, 'it rained');
INSERT INTO quote_words (rowid, words) VALUES (2, 'we staye');
INSERT INTO quote_words (rowid, words) VALUES (3, 'inside');
INSERT INTO quote_words (rowid, words) VALUES (4, 'obody');
INSERT INTO quote_words (rowid, words) VALUES (5, '北京 京');
CREATE VIRTUAL TABLE claim_words USING fts5 (words, tokenize = 'ascii');
INSERT INTO claim_words (rowid, words) VALUES (1, 'ada lovelace harbor');
INSERT INTO claim_words (rowid, words) VALUES (2, 'ada lovelace');
INSERT INTO claim_words (rowid, words) VALUES (3, 'emile');
COMMIT;
