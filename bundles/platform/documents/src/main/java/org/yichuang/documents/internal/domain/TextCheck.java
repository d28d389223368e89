package org.yichuang.documents.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.documents.api.DocumentTexts;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** What a centre's text may say: only what the module knows, and all that must be said. */
public final class TextCheck {
    private static final Pattern BRACES = Pattern.compile("\\{[a-zA-Z]+}");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]*]");

    private final DocumentTemplate template;

    public TextCheck(DocumentTemplate template) {
        this.template = template;
    }

    /** Returns what is wrong with a text, by field; empty when nothing is. */
    public List<FieldProblem> problems(String title, String text) {
        List<FieldProblem> wrong = new ArrayList<>();
        check("title", title, DocumentTexts.LONGEST_TITLE, wrong);
        check("text", text, DocumentTexts.LONGEST_TEXT, wrong);
        if (title.contains("\n")) {
            add(wrong, "title", "text.one-line");
        }
        // everybody who verifies a document reads its title: no facts but those that the module shows there
        unknown("title", title, new TemplateText(template.title()).facts(), wrong);
        unknown("text", text, template.facts(), wrong);
        Set<String> missing = new TreeSet<>(template.required());
        missing.removeAll(said(title, text));
        missing.forEach(name -> add(wrong, "text", "text.missing", name));
        return wrong;
    }

    /** Whether a text can still be filled in by the module. */
    public boolean isSound(String title, String text) {
        return problems(title, text).isEmpty();
    }

    /** The facts that are told whatever others there are: brackets with one that may be empty can be left out whole. */
    private Set<String> said(String title, String text) {
        String always = BRACKETS.matcher(title + "\n" + text).replaceAll(bracket -> {
            boolean isCertain = template.required().containsAll(new TemplateText(bracket.group()).facts());
            return isCertain ? Matcher.quoteReplacement(bracket.group()) : "";
        });
        return new TemplateText(always).facts();
    }

    private static void check(String field, String value, int longest, List<FieldProblem> wrong) {
        if (TextRules.isBlank(value)) {
            add(wrong, field, "text.empty");
        } else if (value.codePointCount(0, value.length()) > longest) {
            add(wrong, field, "text.too-long", longest);
        } else if (TextRules.isUnfit(value)) {
            add(wrong, field, "text.unfit");
        } else if (hasStray(BRACES, value, "{", "}")) {
            add(wrong, field, "text.braces");
        } else if (value.lines().anyMatch(line -> hasStray(BRACKETS, line, "[", "]"))) {
            add(wrong, field, "text.brackets");
        }
    }

    private static boolean hasStray(Pattern whole, String value, String open, String close) {
        String rest = whole.matcher(value).replaceAll("");
        return rest.contains(open) || rest.contains(close);
    }

    private static void unknown(String field, String value, Set<String> known, List<FieldProblem> wrong) {
        Set<String> names = new TemplateText(value).facts();
        names.removeAll(known);
        names.forEach(name -> add(wrong, field, "text.unknown", name));
    }

    private static void add(List<FieldProblem> wrong, String field, String key, Object... arguments) {
        wrong.add(new FieldProblem(field, LocalizedMessage.of(TextCheck.class, key, arguments)));
    }
}
