package org.rongcuo.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.tika.Tika;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.DomainEvent;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Sha256;
import org.rongcuo.shared.Text;

/** Takes documents in: type sniffed from the content, stored once by hash, versions linked. */
@ApplicationScoped
class DocumentService {
    /** Papers, pictures, recordings, mail and archives; nothing that runs in a browser or on a computer. */
    private static final Set<String> FAMILIES = Set.of("image", "audio", "video");

    private static final Set<String> TYPES = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/ofd",
            "application/rtf",
            "application/zip",
            "message/rfc822",
            "text/plain",
            "text/csv");

    /** What a text may be called: any other name makes it a page, a script or a setting where it is opened. */
    private static final Set<String> TEXTS = Set.of("", "txt", "text", "csv", "log", "md");

    private final Documents documents;
    private final CaseReaders readers;
    private final CurrentActor actor;
    private final Event<DomainEvent> events;
    private final Clock clock;
    private final Tika tika = new Tika();

    DocumentService(
            Documents documents, CaseReaders readers, CurrentActor actor, Event<DomainEvent> events, Clock clock) {
        this.documents = documents;
        this.readers = readers;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param act ordinary or late
     * @param replaces the document it is a new version of, null for a first one
     * @param forConcerned whether it is for the applicant and the subjects too, for the office to say
     */
    Document add(
            CaseFile file, Act act, String title, String fileName, byte[] bytes, UUID replaces, boolean forConcerned) {
        file.require(act);
        if (bytes.length == 0) {
            throw Problem.invalid("/file", "empty-file", "文件没有内容", "The file is empty");
        }
        var type = sniff(fileName, bytes);
        var reader = readers.of(file);
        if (forConcerned && !reader.isOffice()) {
            throw Problem.invalid(
                    "/forConcerned",
                    "not-for-others",
                    "材料是否供当事人查看由承办机关决定",
                    "Whether a document is for those concerned is the office's to say");
        }
        var replaced = replaces == null ? null : replaceable(file, replaces, reader);
        var sha256 = Sha256.of(bytes);
        documents.keep(sha256, bytes);
        var document = new Document(
                file.id(),
                title,
                fileName,
                type,
                bytes.length,
                sha256,
                replaced,
                act == LateAct.DOCUMENTS,
                forConcerned,
                actor.get().personId(),
                Instant.now(clock));
        documents.persist(document);
        events.fire(new CaseEvent.DocumentAdded(
                file.id(),
                file.stateVersion(),
                document.id(),
                title,
                type,
                bytes.length,
                sha256,
                document.version(),
                replaces,
                document.late()));
        return document;
    }

    private String sniff(String fileName, byte[] bytes) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        String type;
        try {
            type = tika.detect(new java.io.ByteArrayInputStream(bytes), metadata);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("reading bytes in memory", e);
        }
        var taken = TYPES.contains(type) || FAMILIES.contains(type.split("/")[0]) && !type.equals("image/svg+xml");
        if (!taken || type.startsWith("text/") && !TEXTS.contains(extension(fileName))) {
            throw Problem.invalid(
                    "/file",
                    "document-type-refused",
                    "不接收此类文件(" + type + ");请提交 PDF、OFD、办公文档、图片、音视频或文本",
                    "Files of type " + type
                            + " are not taken; send PDF, office documents, pictures, recordings or text");
        }
        return type;
    }

    private static String extension(String fileName) {
        var dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private Document replaceable(CaseFile file, UUID id, CaseReader reader) {
        var replaced = documents
                .find("id = ?1 and caseId = ?2", id, file.id())
                .firstResultOptional()
                .filter(reader::reads)
                .orElseThrow(() ->
                        Problem.invalid("/replaces", "document-unknown", "本案没有此材料", "The case has no such document"));
        if (documents.isReplaced(id)) {
            throw Problem.coded(
                    ProblemType.CONFLICT,
                    "already-replaced",
                    new Text("该材料已有更新的版本", "The document has a newer version"));
        }
        return replaced;
    }
}
