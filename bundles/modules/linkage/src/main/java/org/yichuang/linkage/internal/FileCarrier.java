package org.yichuang.linkage.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.Reply;
import org.yichuang.linkage.internal.domain.FailureReason;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;

/**
 * The sending end of files: what a receiver elsewhere lacks of a message goes ahead of its next copy, one file at a
 * time, each signed. Nothing is kept of that: what gets lost is asked for again by the answer to the next copy.
 */
public class FileCarrier {
    private static final char END_OF_HEAD = '\n';
    private static final int LONGEST_HEAD = 2_048;
    private static final int MOST_KNOWN = 1_024;
    /** Sixteen files over the slowest line. */
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Outbox outbox;
    private final LinkedModules modules;
    private final KeyRing keys;
    private final Clock clock;
    /** What has last gone of a message; an answer that wants the same again has not been helped by it. */
    private final Map<String, Gone> carried = new LinkedHashMap<>();

    /** Whose files are going, by receiver, and since when. */
    private final Map<String, Going> going = new HashMap<>();

    public FileCarrier(Outbox outbox, LinkedModules modules, KeyRing keys, Clock clock) {
        this.outbox = outbox;
        this.modules = modules;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Tells whether files are to go because of an answer: then they are to be {@link #ended ended} or {@link #failed
     * failed}. Not while some go to the same receiver already, and not when they have just gone in vain.
     */
    public synchronized boolean begin(Reply reply, Pending pending) {
        String name = name(pending);
        if (pending.state() != Outbox.State.WAITING || isBusy(pending.message().receiver())) {
            return false;
        }
        Set<String> wants = Set.copyOf(reply.wants());
        Gone before = carried.remove(name);
        int inVain = before != null && before.wants.equals(wants) ? before.inVain + 1 : 0;
        if (carried.size() >= MOST_KNOWN) {
            carried.remove(carried.keySet().iterator().next());
        }
        carried.put(name, new Gone(wants, inVain));
        if (inVain % 2 != 0) {
            return false; // every other time it only waits, longer and longer
        }
        going.put(pending.message().receiver(), new Going(name, clock.instant(), FailureReason.of(reply.refusal())));
        return true;
    }

    /** One letter's files at a time to one receiver; what was cut off in between holds nobody for ever. */
    private boolean isBusy(String receiver) {
        Going present = going.get(receiver);
        return present != null && present.since().isAfter(clock.instant().minus(LONGEST));
    }

    /** Returns the files that are wanted; what has been taken away here meanwhile is not among them. */
    public List<Attachment> wanted(Reply reply, Pending pending) {
        LinkedModule module = modules.of(pending.message().topic());
        String payload = module.payload(pending.tenant(), pending.message());
        Set<String> wants = new HashSet<>(reply.wants());
        return module.attachments(pending.tenant(), payload).stream()
                .filter(file -> wants.remove(file.sha256()))
                .toList();
    }

    /**
     * A file as it travels: what is said of it in one line, and its bytes.
     *
     * @throws ProblemException when it is not given out now
     */
    public Written written(Attachment file, Pending pending) throws IOException {
        SigningKey key = keys.signing(pending.tenant());
        CarriedFile plain = new CarriedFile(
                CarriedFile.versionFor(key.algorithm()),
                pending.message().id(),
                pending.tenant().value(),
                pending.message().receiver(),
                pending.message().topic(),
                file.sha256(),
                file.size(),
                clock.instant(),
                key.keyId(),
                "",
                key.algorithm().word());
        byte[] head = (Json.write(plain.signed(key.sign(plain.signedBytes()))) + END_OF_HEAD)
                .getBytes(StandardCharsets.UTF_8);
        WrittenFile content = new WrittenFile(file.content());
        return new Written(
                new SequenceInputStream(new ByteArrayInputStream(head), content), head.length + file.size(), content);
    }

    /**
     * Reads what is said of a file; its bytes follow, and are read by whoever takes them.
     *
     * @throws ProblemException {@code envelope-unreadable}
     */
    public static Read read(InputStream body) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = body.read();
        while (next >= 0 && next != END_OF_HEAD && head.size() < LONGEST_HEAD) {
            head.write(next);
            next = body.read();
        }
        return new Read(Json.read(head.toString(StandardCharsets.UTF_8), CarriedFile.class), body);
    }

    /** They have gone: the message that names them goes now. */
    public void ended(Pending pending) {
        String reason = reason(pending);
        if (stop(pending)) {
            outbox.failed(pending, reason, Optional.of(Duration.ZERO));
        } else {
            outbox.putOff(pending, reason, Duration.ZERO);
        }
    }

    /** Some have not: whoever carries it notes why. */
    public void failed(Pending pending) {
        stop(pending);
    }

    /** What the last answer has said: until the next one it is why the message waits. */
    private synchronized String reason(Pending pending) {
        Going present = going.get(pending.message().receiver());
        return present != null && present.message().equals(name(pending))
                ? present.reason()
                : FailureReason.of(FileReceiver.missing(1));
    }

    /** Tells whether the same has gone before. */
    private synchronized boolean stop(Pending pending) {
        going.computeIfPresent(
                pending.message().receiver(),
                (receiver, present) -> present.message().equals(name(pending)) ? null : present);
        Gone gone = carried.get(name(pending));
        return gone != null && gone.inVain > 0;
    }

    private static String name(Pending pending) {
        return pending.tenant() + "/" + pending.message().id();
    }

    private record Gone(Set<String> wants, int inVain) {}

    private record Going(String message, Instant since, String reason) {}

    /**
     * A file that has arrived.
     *
     * @param said what is said of it
     * @param content its bytes
     */
    public record Read(CarriedFile said, InputStream content) {}

    /**
     * A file that leaves.
     *
     * @param body all of it
     * @param length how many bytes that are
     * @param content the part of it that may fail while it is read
     */
    public record Written(InputStream body, long length, WrittenFile content) {}
}
