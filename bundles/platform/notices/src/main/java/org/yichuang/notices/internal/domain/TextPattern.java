package org.yichuang.notices.internal.domain;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with <code>{name}</code> in the places of facts. */
public record TextPattern(String text) {
    private static final Pattern FACT = Pattern.compile("\\{([a-zA-Z]+)}");

    /** The names of the facts that it mentions. */
    public Set<String> facts() {
        Set<String> names = new TreeSet<>();
        Matcher fact = FACT.matcher(text);
        while (fact.find()) {
            names.add(fact.group(1));
        }
        return names;
    }

    /** Fills it in; a fact that is missing is empty. */
    public String fill(Map<String, String> facts) {
        return FACT.matcher(text).replaceAll(fact -> Matcher.quoteReplacement(facts.getOrDefault(fact.group(1), "")));
    }
}
