package org.yichuang.notices.internal.rest;

import java.util.List;
import org.yichuang.notices.api.Inbox;
import org.yichuang.notices.api.NoticeCare;
import org.yichuang.notices.api.NoticeTexts;
import org.yichuang.notices.internal.NoticesDescriptor;
import org.yichuang.rest.api.RestModule;

/** What notices give to the REST door. */
public class NoticesRest implements RestModule {
    private final List<Object> resources;

    public NoticesRest(Inbox inbox, NoticeCare care, NoticeTexts texts) {
        resources = List.of(new InboxResource(inbox), new NoticeResource(care, texts));
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
}
