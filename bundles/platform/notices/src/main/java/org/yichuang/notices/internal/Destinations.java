package org.yichuang.notices.internal;

import java.util.Optional;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.internal.persistence.RecipientRows;
import org.yichuang.tenancy.api.Tenant;

/** Where people are told beside the inbox, as it is now: where the centre sends on a way and they want it. */
class Destinations {
    private final RecipientRows recipients;
    private final NoticeSeal seal;

    Destinations(RecipientRows recipients, NoticeSeal seal) {
        this.recipients = recipients;
        this.seal = seal;
    }

    /**
     * The mail address or number of an account; none where messages are not to go there.
     *
     * @throws ProblemException {@code personal-data-unreadable}
     */
    Optional<String> find(String account, Channel channel, Tenant centre, UnitOfWork unit) {
        if (!NoticesDescriptor.isOn(channel, centre)) {
            return Optional.empty();
        }
        Ways ways = seal.open(recipients.find(account, unit), centre.id());
        return channel == Channel.MAIL
                ? Optional.of(ways.mail()).filter(address -> ways.mailWanted())
                : Optional.of(ways.mobile()).filter(number -> ways.smsWanted());
    }
}
