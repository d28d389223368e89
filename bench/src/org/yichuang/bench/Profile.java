package org.yichuang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Says where a recording's CPU went: a sample belongs to the library whose frame is nearest to its top, so that the
 * JDK's own work counts for who asked for it.
 */
public final class Profile {
    private static final Map<String, String> OWNERS = new LinkedHashMap<>();

    static {
        OWNERS.put("org.postgresql.", "driver of PostgreSQL");
        OWNERS.put("org.apache.derby.", "Derby");
        OWNERS.put("org.eclipse.persistence.", "EclipseLink");
        OWNERS.put("com.fasterxml.", "Jackson");
        OWNERS.put("org.apache.cxf.", "CXF");
        OWNERS.put("org.eclipse.jetty.", "Jetty");
        OWNERS.put("org.ops4j.", "Pax");
        OWNERS.put("org.bouncycastle.", "BouncyCastle");
        OWNERS.put("org.apache.camel.", "Camel");
        OWNERS.put("org.apache.commons.", "pool");
        OWNERS.put("org.apache.geronimo.", "transaction manager");
        OWNERS.put("org.apache.aries.", "Aries");
        OWNERS.put("org.apache.felix.", "Felix");
        OWNERS.put("org.apache.karaf.", "Karaf");
        OWNERS.put("org.hibernate.", "validation");
    }

    private final Map<String, Integer> owners = new TreeMap<>();
    private final Map<String, Integer> threads = new TreeMap<>();
    private int samples;
    private Duration paused = Duration.ZERO;

    private Profile() {}

    /** @param args the recording */
    public static void main(String[] args) throws IOException {
        Profile profile = new Profile();
        try (RecordingFile recording = new RecordingFile(Path.of(args[0]))) {
            while (recording.hasMoreEvents()) {
                profile.add(recording.readEvent());
            }
        }
        profile.print();
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> sample(event);
            case "jdk.GCPhasePause" -> paused = paused.plus(event.getDuration());
            default -> {}
        }
    }

    private void sample(RecordedEvent event) {
        samples++;
        String thread = event.getThread("sampledThread") == null
                ? "?"
                : String.valueOf(event.getThread("sampledThread").getJavaName());
        threads.merge(thread.replaceAll("[-\\s#]*[0-9a-f]*\\d[0-9a-f]*.*", ""), 1, Integer::sum);
        List<RecordedFrame> frames =
                event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
        owners.merge(
                frames.stream()
                        .map(frame -> owner(frame.getMethod().getType().getName()))
                        .filter(owner -> !owner.isEmpty())
                        .findFirst()
                        .orElse("JDK alone"),
                1,
                Integer::sum);
    }

    private static String owner(String type) {
        if (type.startsWith("org.yichuang.")) {
            String rest = type.substring("org.yichuang.".length());
            int dot = rest.indexOf('.');
            return "ours: " + (dot < 0 ? rest : rest.substring(0, dot));
        }
        return OWNERS.entrySet().stream()
                .filter(entry -> type.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private void print() {
        System.out.println(samples + " samples; " + paused.toMillis() + " ms paused for collections");
        System.out.println("share  whose");
        print(owners);
        System.out.println("share  thread");
        print(threads);
    }

    private void print(Map<String, Integer> counts) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .filter(entry -> entry.getValue() * 200 > samples)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT, "%5.1f%% %s%n", 100.0 * entry.getValue() / samples, entry.getKey()));
    }
}
