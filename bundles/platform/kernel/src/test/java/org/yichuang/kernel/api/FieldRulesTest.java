package org.yichuang.kernel.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.junit.Test;

/** The rules that records state of their fields, held without any door. */
public class FieldRulesTest {
    /** A command with every kind of field. */
    public record Command(
            @NotBlank @Size(max = 10) String name,
            @Size(max = 500) String remark,
            @NotNull @Valid Part part,
            @NotEmpty @Size(max = 2) List<@NotNull @Valid Part> parts,
            Map<String, Object> free) {}

    /** A record within a record. */
    public record Part(@NotBlank @Size(max = 5) String word) {}

    private static final Part PART = new Part("x");

    private static List<String> problems(Command command) {
        return assertThrows(ProblemException.class, () -> FieldRules.require(command)).fields().stream()
                .map(problem -> problem.field() + " " + problem.en())
                .toList();
    }

    @Test
    public void whatKeepsTheRulesComesBackAsItIs() {
        Command command = new Command("a", null, PART, List.of(PART), Map.of("n", 1));
        assertSame(command, FieldRules.require(command));
    }

    @Test
    public void textsComeBackNormalized() {
        Command typed = new Command(" a\u3000", "一\r\n二", new Part("x "), List.of(new Part(" y")), null);
        assertEquals(new Command("a", "一\n二", PART, List.of(new Part("y")), null), FieldRules.require(typed));
    }

    @Test
    public void everyBrokenRuleIsNamedAtOnce() {
        Command broken =
                new Command(" \u200B", "x".repeat(501), null, Arrays.asList(new Part("long word"), null), null);
        assertEquals(
                List.of(
                        "name must be given",
                        "remark has at most 500 characters",
                        "part must be given",
                        "parts[0].word has at most 5 characters",
                        "parts[1] must be given"),
                problems(broken));
    }

    @Test
    public void charactersThatCannotBeKeptAreRefusedAndLinesHaveNoBreaks() {
        Command broken = new Command("a\nb", "\uD842", PART, List.of(), null);
        assertEquals(
                List.of(
                        "name must be a single line",
                        "remark holds characters that cannot be kept",
                        "parts must be given"),
                problems(broken));
        assertEquals(
                List.of("parts has at most 2 entries"),
                problems(new Command("a", null, PART, List.of(PART, PART, PART), null)));
    }
}
