package org.rongcuo.papers;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;

/**
 * The Chinese fonts that papers are set in. The standard's 方正小标宋 and 仿宋 may not be shipped with the product: an
 * office that holds a licence names its own by {@code rongcuo.papers.font.*}; otherwise free fonts are looked for where
 * systems keep them (Debian: fonts-noto-cjk).
 */
@ApplicationScoped
class PaperFonts {
    private static final Logger LOG = Logger.getLogger(PaperFonts.class);

    static final Text NONE = new Text(
            "本机没有中文字体,无法制作文书;请安装 fonts-noto-cjk 或设置 rongcuo.papers.font.body",
            "There is no Chinese font to set papers in; install fonts-noto-cjk or set rongcuo.papers.font.body");

    private static final int DEPTH = 5;
    private static final List<String> TITLE =
            List.of("FZXBSJW.TTF", "NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "SourceHanSerifSC-Bold.otf");
    private static final List<String> BODY = List.of(
            "simfang.ttf",
            "FandolFang-Regular.otf",
            "NotoSerifCJK-Regular.ttc",
            "NotoSerifCJKsc-Regular.otf",
            "SourceHanSerifSC-Regular.otf",
            "uming.ttc",
            "gbsn00lp.ttf",
            "wqy-zenhei.ttc",
            "NotoSansCJK-Regular.ttc",
            "wqy-microhei.ttc");
    private static final List<String> HEADING = List.of(
            "simhei.ttf",
            "NotoSansCJK-Bold.ttc",
            "NotoSansCJKsc-Bold.otf",
            "SourceHanSansSC-Bold.otf",
            "wqy-zenhei.ttc");
    private static final List<String> SUBHEADING =
            List.of("simkai.ttf", "LXGWWenKai-Regular.ttf", "FandolKai-Regular.otf", "ukai.ttc", "gkai00mp.ttf");

    private final List<String> directories;
    private final Optional<String> title;
    private final Optional<String> body;
    private final Optional<String> heading;
    private final Optional<String> subheading;
    private Optional<Fonts> found;

    /**
     * @param directories where fonts are looked for, with what lies beneath
     * @param title file of the font of titles and of the organ's mark (小标宋); a collection's face as {@code file.ttc,2}
     * @param body of the text (仿宋)
     * @param heading of headings of the first rank (黑体)
     * @param subheading of headings of the second rank (楷体)
     */
    PaperFonts(
            @ConfigProperty(
                            name = "rongcuo.papers.font.directories",
                            defaultValue = "/usr/share/fonts,/usr/local/share/fonts")
                    List<String> directories,
            @ConfigProperty(name = "rongcuo.papers.font.title") Optional<String> title,
            @ConfigProperty(name = "rongcuo.papers.font.body") Optional<String> body,
            @ConfigProperty(name = "rongcuo.papers.font.heading") Optional<String> heading,
            @ConfigProperty(name = "rongcuo.papers.font.subheading") Optional<String> subheading) {
        this.directories = directories;
        this.title = title;
        this.body = body;
        this.heading = heading;
        this.subheading = subheading;
    }

    /** The fonts of a paper; where a kind of its own is missing, the text's. */
    record Fonts(BaseFont title, BaseFont body, BaseFont heading, BaseFont subheading) {}

    /** @throws Problem 503 where there is no Chinese font */
    Fonts require() {
        return find().orElseThrow(() -> Problem.coded(ProblemType.UNAVAILABLE, "no-chinese-font", NONE));
    }

    /** The fonts found; looked for again as long as there are none. */
    synchronized Optional<Fonts> find() {
        if (found == null || found.isEmpty()) {
            found = look();
        }
        return found;
    }

    private Optional<Fonts> look() {
        var files = files();
        var text = font(body, BODY, files);
        return text.map(each -> new Fonts(
                font(title, TITLE, files).orElse(each),
                each,
                font(heading, HEADING, files).orElse(each),
                font(subheading, SUBHEADING, files).orElse(each)));
    }

    private static Optional<BaseFont> font(Optional<String> configured, List<String> usual, Map<String, Path> files) {
        if (configured.isPresent()) {
            return Optional.of(open(configured.get()));
        }
        return usual.stream()
                .map(name -> files.get(name.toLowerCase(Locale.ROOT)))
                .filter(file -> file != null)
                .findFirst()
                .map(file -> open(face(file)));
    }

    /** The simplified Chinese face of a collection. */
    private static String face(Path file) {
        if (!file.toString().endsWith(".ttc")) {
            return file.toString();
        }
        try {
            var faces = BaseFont.enumerateTTCNames(file.toString());
            for (int i = 0; i < faces.length; i++) {
                if (faces[i].contains("CJKsc") || faces[i].endsWith("CN")) {
                    return file + "," + i;
                }
            }
            return file + ",0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BaseFont open(String name) {
        try {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException("font " + name + " cannot be read", e);
        }
    }

    private Map<String, Path> files() {
        Map<String, Path> files = new HashMap<>();
        for (var directory : directories) {
            var root = Path.of(directory);
            if (!Files.isDirectory(root)) {
                continue;
            }
            try (var walk = Files.walk(root, DEPTH)) {
                walk.filter(Files::isReadable)
                        .forEach(file ->
                                files.putIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), file));
            } catch (IOException | UncheckedIOException e) {
                LOG.warnf("Fonts below %s cannot be looked through: %s", root, e.getMessage());
            }
        }
        return files;
    }
}
