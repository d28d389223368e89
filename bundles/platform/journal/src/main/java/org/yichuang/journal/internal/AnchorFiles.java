package org.yichuang.journal.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.journal.api.DurableFile;
import org.yichuang.journal.internal.domain.Anchor;
import org.yichuang.journal.internal.domain.AnchorHead;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.TenantId;

/**
 * The heads of the tenants' anchor chains, kept outside of the database: who empties tables cannot empty these. One
 * line per anchor; a line that a crash has torn has no end and is not read.
 */
public class AnchorFiles {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64})");
    private static final long LONGEST = 256 * 1024;
    private static final int KEPT_LINES = 500;
    private static final int LONGEST_LINE = 18 + 1 + 64 + 1;

    private static final String SUFFIX = ".log";
    private static final String REGISTER = "register";
    private static final String EPOCHS = "epochs";
    private static final Pattern EPOCH = Pattern.compile("(\\S+) (\\d{1,18})");

    private final Path folder;
    private final ChainKey key;
    private Set<String> begun;

    /**
     * @param base the instance's folder
     * @param key signs which files there are
     */
    public AnchorFiles(String base, ChainKey key) {
        this.folder = Path.of(base, "anchors");
        this.key = key.derived("anchor-register");
    }

    /** Whether this container has begun a file for a tenant, which must be there then. */
    synchronized boolean isBegun(TenantId tenant) throws IOException {
        return register().contains(tenant.value());
    }

    /** The tenants with a file here. */
    synchronized List<TenantId> begun() throws IOException {
        return StoredTenants.tenants(List.copyOf(register()));
    }

    /** In which epoch this container has last seen a tenant's anchors, 0 in the first. */
    synchronized long epoch(TenantId tenant) throws IOException {
        return epochs().getOrDefault(tenant.value(), 0L);
    }

    /** Keeps in which epoch a tenant's anchors are. */
    synchronized void keepEpoch(TenantId tenant, long epoch) throws IOException {
        Map<String, Long> all = epochs();
        if (!Long.valueOf(epoch).equals(all.put(tenant.value(), epoch))) {
            StringBuilder lines = new StringBuilder();
            all.forEach(
                    (name, its) -> lines.append(name).append(' ').append(its).append('\n'));
            Files.createDirectories(folder);
            replace(folder.resolve(EPOCHS), lines.toString());
        }
    }

    private Map<String, Long> epochs() throws IOException {
        Map<String, Long> all = new TreeMap<>();
        Path file = folder.resolve(EPOCHS);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                Matcher matcher = EPOCH.matcher(line);
                if (!matcher.matches()) {
                    throw new IOException("Not a line of the file of epochs: " + line);
                }
                all.put(matcher.group(1), Long.parseLong(matcher.group(2)));
            }
        }
        return all;
    }

    /**
     * Keeps a tenant's file as evidence of the epoch that has ended, under a name of its own, and begins a new one with
     * what the database holds.
     */
    synchronized void beginAnew(TenantId tenant, long ended, AnchorHead head) throws IOException {
        Path file = file(tenant);
        Path evidence = folder.resolve(tenant.value() + ".before-" + ended);
        if (!Files.exists(evidence)) { // else a crash came after it
            DurableFile.write(evidence, Files.readAllBytes(file));
        }
        if (head.number() > 0) {
            replace(file, line(head));
            return;
        }
        Set<String> fewer = new TreeSet<>(register());
        fewer.remove(tenant.value());
        write(fewer);
        begun = fewer;
        Files.delete(file);
    }

    /** The tenants with a file here; a folder of an earlier version has no register, and is taken as it is. */
    private Set<String> register() throws IOException {
        if (begun == null) {
            Set<String> read = new TreeSet<>();
            Path file = folder.resolve(REGISTER);
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
                read.addAll(lines.subList(0, Math.max(0, lines.size() - 1)));
                if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(signature(read))) {
                    throw new IOException("The register of the anchor files has been changed");
                }
            } else if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(each -> each.getFileName().toString())
                            .filter(name -> name.endsWith(SUFFIX))
                            .forEach(name -> read.add(name.substring(0, name.length() - SUFFIX.length())));
                }
                write(read);
            }
            begun = read;
        }
        return begun;
    }

    private void write(Set<String> tenants) throws IOException {
        StringBuilder lines = new StringBuilder();
        tenants.forEach(tenant -> lines.append(tenant).append('\n'));
        replace(
                folder.resolve(REGISTER),
                lines.append(signature(tenants)).append('\n').toString());
    }

    private String signature(Set<String> tenants) {
        return key.hash(tenants.toArray(String[]::new));
    }

    /** Reads the complete lines. */
    List<AnchorHead> read(TenantId tenant) throws IOException {
        Path file = file(tenant);
        return Files.exists(file) ? heads(wholeLines(Files.readString(file, StandardCharsets.ISO_8859_1))) : List.of();
    }

    /** Reads the last complete line only; the place before the first anchor when there is none. */
    AnchorHead last(TenantId tenant) throws IOException {
        Path file = file(tenant);
        if (!Files.exists(file)) {
            return Anchor.START;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long end = endOfWholeLines(channel);
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(end, LONGEST_LINE));
            channel.read(tail, end - tail.capacity());
            List<String> lines = new String(tail.array(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return lines.isEmpty() ? Anchor.START : head(lines.get(lines.size() - 1));
        }
    }

    /** Adds a line, and returns when the disk has it. */
    synchronized void append(TenantId tenant, AnchorHead head) throws IOException {
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
            DurableFile.forceFolder(folder);
        }
        if (!isBegun(tenant)) { // after the line: who crashes between the two is not taken for somebody who removed it
            Set<String> more = new TreeSet<>(register());
            more.add(tenant.value());
            write(more);
            begun = more;
        }
    }

    /** Keeps the last lines only: each anchor holds the hash of the one before, so the last one vouches for all. */
    private void shorten(Path file) throws IOException {
        List<AnchorHead> heads = heads(wholeLines(Files.readString(file, StandardCharsets.ISO_8859_1)));
        StringBuilder kept = new StringBuilder();
        heads.subList(Math.max(0, heads.size() - KEPT_LINES), heads.size()).forEach(head -> kept.append(line(head)));
        replace(file, kept.toString());
    }

    private static void replace(Path file, String text) throws IOException {
        DurableFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
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

    private static String wholeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static List<AnchorHead> heads(String lines) throws IOException {
        List<AnchorHead> heads = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            heads.add(head(line));
        }
        return heads;
    }

    private static AnchorHead head(String line) throws IOException {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IOException("Not a line of an anchor file: " + line);
        }
        return new AnchorHead(Long.parseLong(matcher.group(1)), matcher.group(2));
    }

    private static String line(AnchorHead head) {
        return head.number() + " " + head.hash() + "\n";
    }

    private Path file(TenantId tenant) {
        return folder.resolve(tenant.value() + SUFFIX);
    }
}
