package org.rongcuo.archive;

/** What stands first in every dossier: what is in it, and how to verify it without the product. */
final class DossierReadme {
    static final String TEXT = """
            一案一档 · Dossier of one case

            manifest.json      全部文件的路径、类型、大小和 SHA-256(不含其自身)
                               path, media type, size and SHA-256 of every file but itself
            case.json          案件 · the case
            ledger/            台账:entries.jsonl 每行一条,自旧至新;head.json 为链尾
                               the ledger: one entry a line, oldest first; head.json is where the chain ends
            其余文件夹         各环节的记录和材料 · the other folders: records and documents of each step

            密封内容(异议人身份、个人表决)不在本档内。
            Sealed content (who objected, how each one voted) is not in it.

            如何校验 · How to verify
            1. 每个文件的 SHA-256 应与 manifest.json 所列一致(格式为 sha256:十六进制)。
               The SHA-256 of each file is the one that manifest.json lists (sha256:<hex>).
            2. 台账逐条校验 · For every entry of ledger/entries.jsonl:
               a) sequence 自 1 起连续 · sequence counts from 1 without gaps;
               b) 第一条的 prevHash = SHA-256("rongcuo:" + chain),其后各条的 prevHash = 前一条的 hash
                  prevHash of the first is SHA-256("rongcuo:" + chain), of each other the hash of the one before;
               c) payloadHash = SHA-256(salt 的字节 ‖ payload 的规范 JSON)
                  payloadHash = SHA-256(bytes of salt ‖ canonical JSON of payload);
               d) hash = SHA-256(规范 JSON {actor: actor.id, at, chain, payloadHash, prevHash, schemaVersion,
                  sequence, stateVersion, type})
                  hash = SHA-256(canonical JSON of those members).
               规范 JSON 指 RFC 8785(UTF-8);散列写作 sha256:十六进制;salt 为十六进制。payload 为空者,其内容已依法删除,
               跳过 c)。
               Canonical JSON is RFC 8785 in UTF-8; salt is hexadecimal. Where payload is null its content was erased by
               law: skip c).
            3. 最后一条的 sequence 和 hash 应与 ledger/head.json 和 manifest.json 的 head 一致。
               The last entry's sequence and hash are those of ledger/head.json and of head in manifest.json.
            """;

    private DossierReadme() {}
}
