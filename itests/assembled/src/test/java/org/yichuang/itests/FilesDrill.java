package org.yichuang.itests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;
import org.yichuang.bench.Session;

/**
 * A case of many large files goes from a county's deployment to its city's, over a broker and by HTTPS, while what
 * lives on the heap of either is weighed: after a collection, again and again. {@code bench/files-elsewhere} starts it.
 */
public final class FilesDrill {
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, Object> AGREE = Map.of("opinion", "同意", "agree", true);
    private static final byte[] HEAD = "%PDF-1.4\n% a material\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final int KILO = 1_024;
    private static final int MEGABYTE = KILO * KILO;
    /** In megabytes: so much more may live while files go than before. */
    private static final double MOST = 64;

    private static final int WEIGHED_EACH_MILLIS = 500;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(30);

    private final TwoDeployments both;
    private final int files;
    private final int size;
    private final Random random = new Random(5);
    private boolean isKept = true;

    private FilesDrill(TwoDeployments both, int files, int size) {
        this.both = both;
        this.files = files;
        this.size = size;
    }

    /** {@code [files] [megabytes]}. */
    public static void main(String[] arguments) throws Exception {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        try (TwoDeployments both = TwoDeployments.started()) {
            FilesDrill drill = new FilesDrill(both, files, size * MEGABYTE);
            drill.play("over a broker", 801, false);
            drill.play("by HTTPS", 802, true);
            if (!drill.isKept) {
                System.exit(1);
            }
        }
    }

    private void play(String way, int applicant, boolean isStraight) throws Exception {
        both.go(isStraight);
        CaseAt county = handedIn(applicant);
        county.act("clerk", "acceptance", NOTHING);
        Scale below = new Scale(both.county());
        Scale above = new Scale(both.city());
        long begun = System.nanoTime();
        county.act("reviewer", "pre-review", AGREE);
        while (!hasArrived(county)) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new AssertionError("It does not arrive " + way + both.faults());
            }
            below.weigh();
            above.weigh();
            TimeUnit.MILLISECONDS.sleep(WEIGHED_EACH_MILLIS);
        }
        System.out.printf(
                "%d files of %d MB %s: %d s; at most %.0f MB more lived at the county, %.0f at the city (weighed %d times)%n",
                files,
                size / MEGABYTE,
                way,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
                below.more(),
                above.more(),
                above.times);
        isKept &= below.more() <= MOST && above.more() <= MOST;
    }

    private CaseAt handedIn(int applicant) {
        Network people = both.everybody();
        Session clerk = people.as("haiyang", "clerk");
        String item = new DemoItems(people).reviewedByCountyDecidedByCity("haiyang");
        Map<String, Object> application = new HashMap<>(people.materials()
                .onPaper("haiyang", CaseAt.application(item, Samples.enterprise(applicant), NOTHING)));
        List<Object> materials = new ArrayList<>((List<?>) application.get("materials"));
        Object first = ((Map<?, ?>) materials.get(0)).get("code");
        for (int number = 0; number < files; number++) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            System.arraycopy(HEAD, 0, content, 0, HEAD.length);
            String file = clerk.file("/api/haiyang/materials", number + ".pdf", "application/pdf", content)
                    .expect(201)
                    .text("file");
            materials.add(Map.of("code", first, "file", file));
        }
        application.put("materials", materials);
        String number =
                clerk.command("/api/haiyang/cases", application).expect(201).text("number");
        return new CaseAt(people, "haiyang", number);
    }

    /** The letter is receipted: the city has it with all that it names. */
    private boolean hasArrived(CaseAt county) {
        for (var each : both.everybody()
                .as("haiyang", "system-admin")
                .get("/api/haiyang/exchange/messages?limit=20")
                .expect(200)
                .json()
                .path("items")) {
            if (each.path("caseNumber").asText().equals(county.number())) {
                return each.path("state").asText().equals("DELIVERED");
            }
        }
        return false;
    }

    /** What lives on the heap of a platform. */
    private static final class Scale {
        private final long process;
        private final double before;
        private double most;
        private int times;

        private Scale(Platform platform) throws Exception {
            process = platform.java();
            before = lives();
            most = before;
        }

        private void weigh() throws Exception {
            most = Math.max(most, lives());
            times++;
        }

        private double more() {
            return most - before;
        }

        private double lives() throws Exception {
            jcmd("GC.run");
            String told = jcmd("GC.heap_info");
            Matcher used = USED.matcher(told); // that of the whole heap stands first
            if (!used.find()) {
                throw new IllegalStateException(told);
            }
            return Double.parseDouble(used.group(1)) / KILO;
        }

        private String jcmd(String command) throws Exception {
            Process asked = new ProcessBuilder("jcmd", Long.toString(process), command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (asked.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            return said;
        }
    }
}
