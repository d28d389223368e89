package org.yichuang.notices.internal.web;

import java.util.List;
import java.util.Set;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Texts;
import org.yichuang.notices.api.Inbox;
import org.yichuang.notices.api.NoticeCare;
import org.yichuang.notices.api.NoticeTexts;
import org.yichuang.notices.internal.NoticesDescriptor;
import org.yichuang.notices.internal.TemplateRegistry;
import org.yichuang.notices.internal.jte.StaticTemplates;
import org.yichuang.notices.internal.jte.Templates;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;

/** The pages of messages. */
public class NoticePageModule implements PageModule {
    static final Templates TEMPLATES = new StaticTemplates();
    static final Texts TEXTS = Texts.beside(NoticePageModule.class, "texts");
    private static final String INBOX = "/inbox";
    private static final int INBOX_PLACE = 40;
    private static final int NOTICES_PLACE = 72;
    private static final int TEXTS_PLACE = 73;

    private final Inbox inbox;
    private final List<Object> resources;

    public NoticePageModule(Inbox inbox, NoticeCare care, NoticeTexts texts, TemplateRegistry templates) {
        this.inbox = inbox;
        resources = List.of(new InboxPages(inbox), new TextPages(texts, templates), new NoticePages(care, templates));
    }

    @Override
    public String module() {
        return "notices";
    }

    @Override
    public List<String> roots() {
        return NoticesDescriptor.ROOTS;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.of(INBOX, "inbox.title", INBOX_PLACE, Role.APPLICANT.key()),
                NavigationEntry.of(
                        "/notices",
                        "notices.title",
                        NOTICES_PLACE,
                        Role.CENTRE_MANAGER.key(),
                        Role.SYSTEM_ADMIN.key(),
                        Role.SUPERVISION_OFFICER.key()),
                NavigationEntry.of("/notices/texts", "texts.title", TEXTS_PLACE, Role.CENTRE_MANAGER.key()));
    }

    /** The unread messages. */
    @Override
    public int waiting(String path, CallContext context) {
        return path.equals(INBOX) ? inbox.unread(context) : 0;
    }

    /** Everybody finds the own messages beside the own account. */
    @Override
    public List<Action> actions(String kind, String id) {
        return kind.equals("account")
                ? List.of(new Action("inbox.title", INBOX, Set.of(Action.EVERY_ROLE)))
                : List.of();
    }
}
