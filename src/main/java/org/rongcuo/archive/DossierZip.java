package org.rongcuo.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.rongcuo.shared.Sha256;

/** Writes files into a zip and keeps the list of them with their hashes. Equal contents, equal bytes. */
final class DossierZip implements AutoCloseable {
    /** Zip knows no time before; the true times stand in the records. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    DossierZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** A file of the dossier, as the manifest lists it. @param size bytes */
    record Entry(String path, String mediaType, long size, String sha256) {}

    void add(String path, String mediaType, byte[] content) throws IOException {
        var name = free(safe(path));
        entries.add(new Entry(name, mediaType, content.length, Sha256.of(content)));
        write(name, content);
    }

    /** Adds the manifest, which lists everything but itself. */
    void addLast(String path, byte[] content) throws IOException {
        write(free(safe(path)), content);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    private void write(String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** A path that leads nowhere but below the folder into which it is unpacked, on any system. */
    static String safe(String path) {
        var safe = Arrays.stream(path.split("[/\\\\]+"))
                .map(segment -> segment.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+|\\.+$", "_"))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/"));
        return safe.isEmpty() ? "_" : safe;
    }

    /** Names that differ in case alone would be one file where case does not count. */
    private String free(String name) {
        var free = name;
        for (int nth = 2; !taken.add(free.toLowerCase(Locale.ROOT)); nth++) {
            var dot = name.lastIndexOf('.');
            var stem = dot > name.lastIndexOf('/') ? dot : name.length();
            free = name.substring(0, stem) + "-" + nth + name.substring(stem);
        }
        return free;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
