package org.yichuang.windows.internal.document;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.LetterContent;

/** The delegation letter on paper (委托书): it names the department, both representatives, and the items. */
public enum LetterDocument implements WrittenTemplate {
    DELEGATION;

    /** The kind of thing that it is about. */
    public static final String ABOUT = "delegation-letter";

    /**
     * Asks for it.
     *
     * @param names of the items that the letter names, by their codes
     */
    public static DocumentService.Request of(DelegationLetter letter, Map<String, String> names, Tenant centre) {
        LetterContent said = letter.held();
        Map<String, String> facts = new HashMap<>();
        facts.put("letter", letter.id());
        facts.put("centre", centre.name());
        facts.put("principal", said.principal().name());
        facts.put("principalPost", said.principal().post());
        facts.put("a", said.a().name());
        facts.put("aPost", said.a().post());
        facts.put("b", said.b().name());
        facts.put("bPost", said.b().post());
        facts.put("full", listed(said.full(), names));
        facts.put("partial", listed(said.partial(), names));
        facts.put(
                "recorded",
                orNone(said.recorded().stream()
                        .sorted()
                        .map(right -> right.label().zh())
                        .collect(Collectors.joining(words("between")))));
        facts.put("from", day(letter.from()));
        facts.put("until", day(letter.until()));
        return new DocumentService.Request(
                WindowsEvent.MODULE, DELEGATION.kind(), ABOUT, letter.id(), letter.department(), centre.name(), facts);
    }

    private static String listed(Collection<String> codes, Map<String, String> names) {
        return orNone(codes.stream()
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(words("between"))));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? words("none") : text;
    }

    private static String day(LocalDate day) {
        return words("day", String.valueOf(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(LetterDocument.class, key, arguments).zh();
    }

    @Override
    public String module() {
        return WindowsEvent.MODULE;
    }

    @Override
    public String kind() {
        return ABOUT;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return words("title");
    }

    @Override
    public String mark() {
        return words("mark");
    }

    @Override
    public DocumentLayout layout() {
        return DocumentLayout.OFFICIAL;
    }

    @Override
    public boolean isSealed() {
        return true;
    }

    @Override
    public Set<String> required() {
        return facts();
    }

    @Override
    public String factName(String fact) {
        return words("fact." + fact);
    }
}
