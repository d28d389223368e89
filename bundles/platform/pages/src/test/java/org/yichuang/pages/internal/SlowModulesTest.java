package org.yichuang.pages.internal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.function.Supplier;
import org.junit.Test;
import org.yichuang.kernel.api.TenantId;

/** Modules that are slow or fail, by a clock that is moved by hand. */
public class SlowModulesTest {
    private static final TenantId HAIYANG = new TenantId("haiyang");
    private static final TenantId YANTAI = new TenantId("yantai");

    private long now = Long.MAX_VALUE - 1_000_000; // it may overflow at any time

    private final SlowModules modules = new SlowModules(() -> now);

    private String ask(String module, String kind, Supplier<String> question) {
        return modules.ask(HAIYANG, module, kind, "nothing", question);
    }

    private String slow() {
        now += SlowModules.LONGEST.toNanos() + 1;
        return "late";
    }

    @Test
    public void oneThatFailsIsLeftOutThisOnce() {
        assertEquals("nothing", ask("fees", "case", () -> {
            throw new IllegalStateException("no table");
        }));
        assertEquals("nothing", ask("fees", "case", () -> {
            throw new NoClassDefFoundError("half installed");
        }));
        assertEquals("bill", ask("fees", "case", () -> "bill"));
    }

    @Test
    public void oneThatWasSlowIsLeftAloneForHalfAMinuteAboutThatKindOfPage() {
        assertEquals("what it said counts", "late", ask("fees", "case", this::slow));

        assertEquals("nothing", ask("fees", "case", () -> "bill"));
        assertEquals("others are asked", "call", ask("windows", "case", () -> "call"));
        assertEquals("about others it is", "menu", ask("fees", "home", () -> "menu"));
        assertEquals("at others it is", "bill", modules.ask(YANTAI, "fees", "case", "nothing", () -> "bill"));
        now += SlowModules.PAUSE.toNanos();
        assertEquals("bill", ask("fees", "case", () -> "bill"));
    }

    @Test
    public void oneThatFailsAfterALongTimeIsLeftAloneToo() {
        assertEquals("nothing", ask("fees", "case", () -> {
            now += Duration.ofSeconds(10).toNanos();
            throw new IllegalStateException("a lock that nobody gives back");
        }));
        assertEquals("nothing", ask("fees", "case", () -> "bill"));
    }
}
