package org.yichuang.journal.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.kernel.api.TenantId;

/**
 * The heads of the tenants' anchor chains, kept outside of the database: who empties tables cannot empty these. One
 * line per anchor; a line that a crash has torn has no end and is not read.
 */
public class AnchorFiles {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");
    private static final long LONGEST = 256 * 1024;
    private static final int KEPT_LINES = 500;

    private final Path folder;

    /**
     * @param base the instance's folder
     */
    public AnchorFiles(String base) {
        folder = Path.of(base, "anchors");
    }

    /** Reads the complete lines. */
    List<AnchorHead> read(TenantId tenant) throws IOException {
        Path file = file(tenant);
        return Files.exists(file) ? heads(wholeLines(Files.readString(file, StandardCharsets.ISO_8859_1))) : List.of();
    }

    /** Adds a line, and returns when the disk has it. */
    void append(TenantId tenant, AnchorHead head) throws IOException {
        Path file = file(tenant);
        boolean isNew = !Files.exists(file);
        Files.createDirectories(folder);
        if (!isNew && Files.size(file) > LONGEST) {
            shorten(file);
        }
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(endOfWholeLines(channel));
            channel.position(channel.size());
            write(channel, line(head));
        }
        if (isNew) {
            force(folder);
        }
    }

    /** Keeps the last lines only: each anchor holds the hash of the one before, so the last one vouches for all. */
    private void shorten(Path file) throws IOException {
        List<AnchorHead> heads = heads(wholeLines(Files.readString(file, StandardCharsets.ISO_8859_1)));
        StringBuilder kept = new StringBuilder();
        heads.subList(Math.max(0, heads.size() - KEPT_LINES), heads.size()).forEach(head -> kept.append(line(head)));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(channel, kept.toString());
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(folder);
    }

    private static long endOfWholeLines(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                break;
            }
            end--;
        }
        return end;
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** A name in a folder is on the disk only when the folder is. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String wholeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static List<AnchorHead> heads(String lines) throws IOException {
        List<AnchorHead> heads = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IOException("Not a line of an anchor file: " + line);
            }
            heads.add(new AnchorHead(Long.parseLong(matcher.group(1)), matcher.group(2)));
        }
        return heads;
    }

    private static String line(AnchorHead head) {
        return head.number() + " " + head.hash() + "\n";
    }

    private Path file(TenantId tenant) {
        return folder.resolve(tenant.value() + ".log");
    }
}
