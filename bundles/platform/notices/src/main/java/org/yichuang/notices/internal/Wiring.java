package org.yichuang.notices.internal;

import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.notices.api.Inbox;
import org.yichuang.notices.api.NoticeCare;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.notices.api.NoticeTemplate.Channel;
import org.yichuang.notices.api.NoticeTexts;
import org.yichuang.notices.internal.domain.CentreText;
import org.yichuang.notices.internal.domain.Notice;
import org.yichuang.notices.internal.domain.Recipient;
import org.yichuang.notices.internal.persistence.NoticeRows;
import org.yichuang.notices.internal.persistence.RecipientRows;
import org.yichuang.notices.internal.persistence.TextRows;
import org.yichuang.notices.internal.provider.NoticeSettings;
import org.yichuang.notices.internal.provider.Providers;
import org.yichuang.tenancy.api.Tenants;

/** Puts messages together. */
public class Wiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final TemplateRegistry templates;
    private final Tenants tenants;
    private final Rows rows;
    private final NoticeSeal seal;
    private final Sender sender;
    private final PendingNotices pending;

    public Wiring(
            EntityManagerFactory entities,
            Transactions transactions,
            PersonalDataCipher cipher,
            TemplateRegistry templates,
            Tenants tenants,
            PlatformClock clock,
            Providers providers) {
        this.entities = entities;
        this.transactions = transactions;
        this.templates = templates;
        this.tenants = tenants;
        rows = Rows.of(entities, clock.machine());
        seal = new NoticeSeal(cipher);
        sender = new Sender(rows, seal, transactions, tenants, providers, clock.machine());
        pending = new PendingNotices(rows.due(), transactions, tenants, providers);
    }

    /** What modules ask. */
    public NoticeService notices() {
        return new DefaultNoticeService(templates, sender, transactions, tenants);
    }

    /** What people read. */
    public Inbox inbox() {
        return new DefaultInbox(rows, seal, transactions);
    }

    /** What staff decide about. */
    public NoticeCare care() {
        return new DefaultNoticeCare(sender, transactions);
    }

    /** The centres' own texts. */
    public NoticeTexts texts() {
        return new DefaultNoticeTexts(templates, rows, transactions, tenants);
    }

    /** What hands messages over. */
    public Sender sender() {
        return sender;
    }

    /** What is still to leave. */
    public PendingNotices pending() {
        return pending;
    }

    /** What sends mail that was left over. */
    public LeasedJob mailJob() {
        return new SendJob(Channel.MAIL, sender, pending);
    }

    /** What sends short messages that were left over. */
    public LeasedJob smsJob() {
        return new SendJob(Channel.SMS, sender, pending);
    }

    /** What puts messages under the newest master key. */
    public LeasedJob keyJob() {
        return new NoticeKeys(rows, seal, transactions).job();
    }

    /** What removes old messages. */
    public LeasedJob purgeJob(NoticeSettings settings) {
        return new PurgeJob(sender, transactions, settings);
    }

    /** Under which master keys there is something. */
    public PersonalDataHolder keys() {
        return new NoticeKeys(rows, seal, transactions).holder(tenants);
    }

    /** What the audit proves: messages. */
    public ChainHeadProvider noticeHeads() {
        return heads(NoticeRows.TYPE, Notice.class);
    }

    /** What the audit proves: centres' own texts. */
    public ChainHeadProvider textHeads() {
        return heads(TextRows.TYPE, CentreText.class);
    }

    /** What the audit proves: how people want to be told. */
    public ChainHeadProvider recipientHeads() {
        return heads(RecipientRows.TYPE, Recipient.class);
    }

    private JpaChainHeads heads(String type, Class<?> entity) {
        return new JpaChainHeads(type, entities, transactions, entity);
    }
}
