package org.yichuang.journal.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.journal.api.AnchorHeadStore;
import org.yichuang.kernel.api.TenantId;

/**
 * Heads in a folder elsewhere: a mounted share, a disk whose files may only grow ({@code chattr +a}). The files are
 * opened for appending only and never shortened; whoever owns the place may move them away, and they begin anew.
 */
public class FileHeadStore implements AnchorHeadStore {
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}) (\\d{1,18}) ([0-9a-f]{64})");
    private static final int LONGEST_LINE = 18 + 1 + 64 + 1 + 18 + 1 + 64 + 1;

    private final Path folder;

    public FileHeadStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public void add(TenantId tenant, Head head) throws IOException {
        Files.createDirectories(folder);
        String line = head.number() + " " + head.hash() + " " + head.entries() + " " + head.signature() + "\n";
        Path file = file(tenant);
        // A line that a crash has torn is ended, because nothing here can be taken back
        String text = Files.exists(file) && !tail(file).endsWith("\n") ? "\n" + line : line;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    @Override
    public Optional<Head> last(TenantId tenant) throws IOException {
        Path file = file(tenant);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String tail = tail(file);
        List<Matcher> lines =
                tail.lines().map(LINE::matcher).filter(Matcher::matches).toList();
        if (lines.isEmpty()) {
            // What was read, not what stands there by now: another node may be writing the first line
            if (tail.isEmpty()) {
                return Optional.empty();
            }
            throw new IOException(file + " does not end with the head of an anchor chain");
        }
        Matcher last = lines.get(lines.size() - 1);
        return Optional.of(
                new Head(Long.parseLong(last.group(1)), last.group(2), Long.parseLong(last.group(3)), last.group(4)));
    }

    /** The end of a file, in which there are two whole lines at least if they are ours. */
    private static String tail(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(channel.size(), 3L * LONGEST_LINE));
            long from = channel.size() - tail.capacity();
            while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {}
            String text = new String(tail.array(), 0, tail.position(), StandardCharsets.ISO_8859_1);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }

    private Path file(TenantId tenant) {
        return folder.resolve(tenant.value() + ".heads");
    }
}
