package org.yichuang.documents.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a template, as people write it: a line is a paragraph; one that begins with {@code #} is a heading, one
 * that begins with {@code -} a numbered point, one with {@code !} what can be done against the document, one with
 * {@code +} an attachment, one with {@code |} in it a line of a table. <code>{name}</code> stands for a fact; what
 * stands in square brackets is left out when a fact in it is empty. A fact of several lines makes as many paragraphs or
 * points.
 */
public final class TemplateText {
    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\[\\]]*)]");

    private final String text;

    public TemplateText(String text) {
        this.text = text;
    }

    /** Returns the names of the facts that it mentions. */
    public Set<String> facts() {
        Set<String> names = new TreeSet<>();
        Matcher fact = FACT.matcher(text);
        while (fact.find()) {
            names.add(fact.group(1));
        }
        return names;
    }

    /**
     * Fills it in.
     *
     * @param facts by name; one that is missing is empty
     */
    public List<Block> fill(Map<String, String> facts) {
        List<Block> blocks = new ArrayList<>();
        for (String line : text.split("\n")) {
            String kept = withoutEmpty(line.strip(), facts);
            if (!kept.isBlank()) {
                add(kept, facts, blocks);
            }
        }
        return blocks;
    }

    /** Fills in a text of one line. */
    public String line(Map<String, String> facts) {
        return filled(withoutEmpty(text.strip(), facts), facts).replaceAll("\\s+", " ");
    }

    private static void add(String line, Map<String, String> facts, List<Block> blocks) {
        if (line.startsWith("#")) {
            blocks.add(new Block.Heading(filled(line.substring(1).strip(), facts)));
        } else if (line.startsWith("-")) {
            lines(line.substring(1).strip(), facts).forEach(point -> blocks.add(new Block.Point(next(blocks), point)));
        } else if (line.startsWith("!")) {
            List<String> remedies = lines(line.substring(1).strip(), facts);
            if (!remedies.isEmpty()) {
                blocks.add(new Block.Remedies(remedies));
            }
        } else if (line.startsWith("+")) {
            lines(line.substring(1).strip(), facts)
                    .forEach(text -> blocks.add(new Block.Attachment(nextAttachment(blocks), text)));
        } else if (line.contains("|")) {
            int bar = line.indexOf('|');
            blocks.add(new Block.Row(
                    filled(line.substring(0, bar).strip(), facts),
                    filled(line.substring(bar + 1).strip(), facts)));
        } else {
            lines(line, facts).forEach(paragraph -> blocks.add(new Block.Paragraph(paragraph)));
        }
    }

    private static int next(List<Block> blocks) {
        return !blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Block.Point last ? last.number() + 1 : 1;
    }

    private static int nextAttachment(List<Block> blocks) {
        return 1
                + (int) blocks.stream()
                        .filter(Block.Attachment.class::isInstance)
                        .count();
    }

    private static List<String> lines(String line, Map<String, String> facts) {
        return filled(line, facts)
                .lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String withoutEmpty(String line, Map<String, String> facts) {
        return OPTIONAL.matcher(line).replaceAll(part -> {
            boolean isWhole = FACT.matcher(part.group(1))
                    .results()
                    .noneMatch(fact -> facts.getOrDefault(fact.group(1), "").isBlank());
            return isWhole ? Matcher.quoteReplacement(part.group(1)) : "";
        });
    }

    private static String filled(String line, Map<String, String> facts) {
        return FACT.matcher(line).replaceAll(fact -> Matcher.quoteReplacement(facts.getOrDefault(fact.group(1), "")));
    }
}
