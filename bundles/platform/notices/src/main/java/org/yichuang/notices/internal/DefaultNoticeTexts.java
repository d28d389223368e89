package org.yichuang.notices.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.notices.api.NoticeError;
import org.yichuang.notices.api.NoticePermission;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.notices.api.NoticeTemplate.Text;
import org.yichuang.notices.api.NoticeTexts;
import org.yichuang.notices.internal.domain.CentreText;
import org.yichuang.notices.internal.domain.TextPattern;
import org.yichuang.tenancy.api.Tenants;

/** Keeps the centre's own texts. */
public class DefaultNoticeTexts implements NoticeTexts {
    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_BODY = 1_000;

    private final TemplateRegistry templates;
    private final Rows rows;
    private final Transactions transactions;
    private final Tenants tenants;

    DefaultNoticeTexts(TemplateRegistry templates, Rows rows, Transactions transactions, Tenants tenants) {
        this.templates = templates;
        this.rows = rows;
        this.transactions = transactions;
        this.tenants = tenants;
    }

    @Override
    public List<Kind> kinds(CallContext context) {
        context.require(NoticePermission.TEXTS);
        return templates.all().stream()
                .map(template -> new Kind(
                        template.module(), template.kind(), template.title(), template.channels(), template.facts()))
                .toList();
    }

    @Override
    public List<Version> versions(Place place, CallContext context) {
        context.require(NoticePermission.TEXTS);
        NoticeTemplate template = template(place);
        List<Version> versions = new ArrayList<>(transactions.read(
                context, unit -> rows.texts().versions(NoticeWriter.place(template, place.channel()), unit).stream()
                        .map(DefaultNoticeTexts::version)
                        .toList()));
        versions.add(new Version(0, NoticeWriter.pattern(template, place.channel()), "", Instant.EPOCH));
        return versions;
    }

    @Override
    public Text preview(Place place, Text text, CallContext context) {
        context.require(NoticePermission.TEXTS);
        NoticeTemplate template = template(place);
        return NoticeWriter.write(
                template, place.channel(), checked(text, template), template.examples(), tenants.get(context.tenant()));
    }

    @Override
    public Version put(Place place, Text text, CallContext context) {
        context.require(NoticePermission.TEXTS);
        NoticeTemplate template = template(place);
        Text kept = checked(text, template);
        String name = NoticeWriter.place(template, place.channel());
        return transactions.write(context, Version.class, unit -> {
            int last = rows.texts().newest(name, unit).map(CentreText::version).orElse(0);
            context.requireVersion(last);
            CentreText added =
                    new CentreText(name, last + 1, kept, context.actor().account(), context.at());
            rows.texts().add(added, unit);
            return version(added);
        });
    }

    private NoticeTemplate template(Place place) {
        NoticeTemplate template = templates.get(place.module(), place.kind());
        if (!template.channels().contains(place.channel())) {
            throw ProblemException.of(
                    NoticeError.TEMPLATE_UNKNOWN, place.module() + "/" + place.kind() + "/" + place.channel());
        }
        return template;
    }

    private static Text checked(Text text, NoticeTemplate template) {
        String subject = checked("subject", text.subject(), LONGEST_SUBJECT, template);
        String body = checked("body", text.body(), LONGEST_BODY, template);
        if (subject.indexOf('\n') >= 0) {
            throw wrong("subject", "line");
        }
        return new Text(body.isEmpty() ? "" : subject, body);
    }

    private static String checked(String field, String text, int most, NoticeTemplate template) {
        String kept = TextRules.normalized(text == null ? "" : text);
        if (kept.length() > most || TextRules.isUnfit(kept)) {
            throw wrong(field, "text.length", most);
        }
        Set<String> unknown = new TreeSet<>(new TextPattern(kept).facts());
        unknown.removeAll(template.facts());
        if (!unknown.isEmpty()) {
            throw wrong(field, "text.fact", String.join(", ", unknown));
        }
        return kept;
    }

    private static ProblemException wrong(String field, String key, Object... arguments) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(DefaultNoticeTexts.class, key, arguments));
    }

    private static Version version(CentreText text) {
        return new Version(text.version(), text.text(), text.by(), text.writtenAt());
    }
}
