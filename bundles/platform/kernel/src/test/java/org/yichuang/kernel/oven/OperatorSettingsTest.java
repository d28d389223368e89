package org.yichuang.kernel.oven;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.settings.ConfigurationPid;
import org.yichuang.kernel.api.settings.OperatorSettings;
import org.yichuang.kernel.api.settings.Setting;

/** What becomes of what operators write. */
public class OperatorSettingsTest {
    private final Oven oven = new Oven();

    private void write(Map<String, ?> file) {
        oven.updated(new Hashtable<>(file));
    }

    @Test
    public void whatIsLeftOutIsAsUsual() {
        Oven.Values usual = new Oven.Values(
                180, 4096, Duration.ofMinutes(30), false, Mode.TOP, "kitchen", List.of("cake", "bread"));
        assertEquals(usual, oven.now());

        write(Map.of("heat.most", "220", "fan", "true"));
        write(Map.of());

        assertEquals(usual, oven.now());
    }

    @Test
    public void everyTypeIsReadAsItIsWritten() {
        write(Map.of(
                "heat.most", " 220 ",
                "memory", 8192L,
                "time", "PT1H30M",
                "fan", "TRUE",
                "mode", "both",
                "place", "",
                "dishes", "pie, pie , ,tart"));

        assertEquals(
                new Oven.Values(220, 8192, Duration.ofMinutes(90), true, Mode.BOTH, "", List.of("pie", "tart")),
                oven.now());
        assertEquals(List.of(), oven.refused());
    }

    @Test
    public void aValueWithoutSenseIsRefusedByItselfAndTheFormerOneStays() {
        write(Map.of("heat.most", "220"));
        Map<String, String> bad = Map.of(
                "heat.most", "301",
                "memory", "4k",
                "time", "PT25H",
                "fan", "yes",
                "mode", "sideways",
                "place", "two\nlines");
        bad.forEach((key, value) -> {
            Map<String, String> file = new HashMap<>(Map.of("heat.most", "220", "dishes", "pie"));
            file.put(key, value);
            write(file);

            assertEquals(220, oven.now().heat());
            assertEquals(List.of("pie"), oven.now().dishes());
            assertEquals(
                    List.of(key),
                    oven.refused().stream().map(FieldProblem::field).toList());
            assertTrue(oven.refused().toString(), oven.refused().get(0).en().contains(value));
        });

        write(Map.of("heat.most", "230"));
        assertEquals(230, oven.now().heat());
        assertEquals(List.of(), oven.refused());
    }

    @Test
    public void whatOnlyTheOwnerKnowsToBeWrongIsRefusedByItself() {
        write(Map.of("heat.most", "220", "place", "garden"));
        write(Map.of("heat.most", "230", "place", "moon"));

        assertEquals("garden", oven.now().place());
        assertEquals(230, oven.now().heat());
        assertEquals(
                List.of("place"),
                oven.refused().stream().map(FieldProblem::field).toList());
    }

    @Test
    public void whoFollowsIsToldAfterEachChange() {
        List<Integer> heats = new ArrayList<>();
        oven.onChange(() -> heats.add(oven.now().heat()));

        write(Map.of("heat.most", "200"));
        write(Map.of("heat.most", "much"));

        assertEquals(List.of(200, 200), heats);
    }

    @Test
    public void oneValueMayDependOnAnotherWhereTheFileIsSilent() {
        write(Map.of("fan", "true"));
        assertEquals(Mode.BOTH, oven.now().mode());

        write(Map.of("fan", "true", "mode", "top"));
        assertEquals(Mode.TOP, oven.now().mode());
    }

    @Test
    public void theMetatypeServiceShowsKeysMeaningsBoundsAndUsualValues() {
        ObjectClassDefinition definition = oven.getObjectClassDefinition("org.yichuang.oven", "en");
        assertEquals("org.yichuang.oven", definition.getID());
        AttributeDefinition heat = definition.getAttributeDefinitions(ObjectClassDefinition.ALL)[0];

        assertEquals("heat.most", heat.getID());
        assertEquals("how hot it gets", heat.getName());
        assertEquals("unit: °C; must be a whole number from 50 to 300", heat.getDescription());
        assertArrayEquals(new String[] {"180"}, heat.getDefaultValue());
        assertEquals(AttributeDefinition.INTEGER, heat.getType());
        assertEquals("", heat.validate("300"));
        assertEquals("must be a whole number from 50 to 300", heat.validate("301"));
    }

    @Test
    public void aUsualValueKeepsItsOwnRule() {
        assertThrows(IllegalArgumentException.class, BrokenSettings::new);
    }

    enum Mode {
        TOP,
        BOTH
    }

    @ConfigurationPid("org.yichuang.broken")
    record Broken(@Setting(key = "heat", usual = "10", least = "50") int heat) {}

    private static final class BrokenSettings extends OperatorSettings<Broken> {
        BrokenSettings() {
            super(Broken.class, null);
        }
    }

    private static final class Oven extends OperatorSettings<Oven.Values> {
        Oven() {
            super(Values.class, null);
        }

        @Override
        protected Values settle(Values read, Set<String> given) {
            return read.fan() && !given.contains("mode") ? read.with(Mode.BOTH) : read;
        }

        @Override
        protected List<FieldProblem> validate(Values read) {
            return read.place().equals("moon")
                    ? List.of(new FieldProblem("place", LocalizedMessage.verbatim("there is no air")))
                    : List.of();
        }

        @ConfigurationPid("org.yichuang.oven")
        record Values(
                @Setting(key = "heat.most", usual = "180", least = "50", most = "300", unit = "°C") int heat,
                @Setting(key = "memory", usual = "4096", least = "1", most = "99999999999", unit = "bytes") long memory,
                @Setting(key = "time", usual = "PT30M", least = "PT1M", most = "PT24H") Duration time,
                @Setting(key = "fan", usual = "false") boolean fan,
                @Setting(key = "mode", usual = "top") Mode mode,
                @Setting(key = "place", usual = "kitchen", most = "20") String place,
                @Setting(key = "dishes", usual = "cake,bread") List<String> dishes) {
            Values with(Mode other) {
                return new Values(heat, memory, time, fan, other, place, dishes);
            }
        }
    }
}
