package org.yichuang.windows.internal.document;

import java.util.Map;
import java.util.Set;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.WordDocuments;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Bulletin;

/** The attendance of a month on paper (考勤通报). */
public enum BulletinDocument implements WrittenTemplate {
    BULLETIN;

    /** The kind of thing that it is about. */
    public static final String ABOUT = "attendance-bulletin";

    /** Asks for it. */
    public static DocumentService.Request of(String month, Map<String, String> facts, Tenant centre) {
        return new DocumentService.Request(
                WindowsEvent.MODULE, BULLETIN.kind(), ABOUT, month, centre.name(), "", facts);
    }

    /**
     * The same for those who go on editing it.
     *
     * @param number that of the paper
     */
    public static WordDocuments.Draft draft(Bulletin of, String number, Tenant centre) {
        return new WordDocuments.Draft(
                DocumentLayout.OFFICIAL,
                centre.name(),
                number,
                BULLETIN.title(),
                "",
                BULLETIN.text(),
                of.held().facts(),
                of.held().on());
    }

    /** Words of the paper, in Chinese. */
    public static String words(String key, Object... arguments) {
        return LocalizedMessage.of(BulletinDocument.class, "bulletin." + key, arguments)
                .zh();
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
