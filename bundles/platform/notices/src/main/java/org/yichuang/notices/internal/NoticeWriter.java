package org.yichuang.notices.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeTemplate;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.api.NoticeTemplate.Text;
import org.yichuang.notices.internal.domain.CentreText;
import org.yichuang.notices.internal.domain.TextPattern;
import org.yichuang.notices.internal.persistence.TextRows;
import org.yichuang.tenancy.api.Tenant;

/** Writes messages: in the centre's own words where it has some in force, else in the module's. */
public class NoticeWriter {
    private final TextRows texts;

    public NoticeWriter(TextRows texts) {
        this.texts = texts;
    }

    /**
     * A message.
     *
     * @param version that of the centre's own text, 0 for the module's words
     */
    record Written(Text text, int version) {}

    /** Under which name a centre keeps its texts of a template. */
    static String place(NoticeTemplate template, Channel channel) {
        return template.module() + "/" + template.kind() + "/" + channel;
    }

    /** Writes a message. */
    Written write(NoticeTemplate template, Channel channel, Map<String, String> facts, Tenant centre, UnitOfWork unit) {
        Optional<CentreText> own = texts.newest(place(template, channel), unit)
                .filter(text -> !text.text().body().isEmpty());
        Text written = own.map(text -> fill(text.text(), facts))
                .orElseGet(() -> template.write(channel, LocalizedMessage.CHINESE, facts));
        return new Written(
                signed(written, channel, centre), own.map(CentreText::version).orElse(0));
    }

    /** What a text says with some facts; with an empty body, what the module says. */
    static Text write(NoticeTemplate template, Channel channel, Text text, Map<String, String> facts, Tenant centre) {
        Text written =
                text.body().isEmpty() ? template.write(channel, LocalizedMessage.CHINESE, facts) : fill(text, facts);
        return signed(written, channel, centre);
    }

    /** The module's own words with the names of the facts in their places. */
    static Text pattern(NoticeTemplate template, Channel channel) {
        Map<String, String> places =
                template.facts().stream().collect(Collectors.toMap(Function.identity(), name -> "{" + name + "}"));
        return template.write(channel, LocalizedMessage.CHINESE, places);
    }

    private static Text fill(Text text, Map<String, String> facts) {
        return new Text(
                new TextPattern(text.subject()).fill(facts).replaceAll("\\s+", " "),
                new TextPattern(text.body()).fill(facts));
    }

    /** Short messages say at their beginning who sends them, as the networks demand. */
    private static Text signed(Text text, Channel channel, Tenant centre) {
        if (channel != Channel.SMS) {
            return text;
        }
        String name = centre.policy(NoticesDescriptor.SMS_SIGNATURE, centre.name());
        return new Text(
                "",
                LocalizedMessage.of(NoticeWriter.class, "sms.signed", name, text.body())
                        .zh());
    }
}
