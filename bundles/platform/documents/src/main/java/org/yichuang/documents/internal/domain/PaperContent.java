package org.yichuang.documents.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.kernel.api.Digests;

/**
 * What a document says, as it was fixed: the text of its template beside its facts, so that no later template is asked.
 *
 * @param layout how it looks
 * @param organ who speaks
 * @param addressee to whom
 * @param title the title, filled in
 * @param text the template's text
 * @param facts what it says, by name
 * @param day its date
 * @param isSealed whether it leaves a place for the seal
 * @param address where it is verified, without the code; empty when that is not known
 */
public record PaperContent(
        DocumentLayout layout,
        String organ,
        String addressee,
        String title,
        String text,
        Map<String, String> facts,
        LocalDate day,
        boolean isSealed,
        String address) {
    public PaperContent {
        facts = Map.copyOf(facts);
    }

    /** The digest of all of it and of the number. */
    public String digest(String number) {
        StringBuilder all = new StringBuilder();
        List.of(number, layout.name(), organ, addressee, title, text, day.toString(), "" + isSealed, address)
                .forEach(part -> add(all, part));
        new TreeMap<>(facts).forEach((name, value) -> {
            add(all, name);
            add(all, value);
        });
        return Digests.sha256(all.toString());
    }

    /** Each part with its length, so that no two contents have one text. */
    private static void add(StringBuilder all, String part) {
        all.append(part.length()).append(':').append(part);
    }

    /** The paper, ready to be printed. */
    public Paper paper(String number, String code) {
        return new Paper(
                layout,
                organ,
                number,
                title,
                addressee,
                new TemplateText(text).fill(facts),
                day,
                isSealed,
                address.isEmpty() ? "" : address + code,
                code);
    }
}
