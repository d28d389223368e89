package org.yichuang.windows.internal.web;

import gg.jte.Content;
import java.util.Set;
import org.yichuang.identity.api.Role;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Panel;
import org.yichuang.windows.internal.Authorities;

/** What whoever looks at a case may do about it now, by which letter, and why not. */
class AuthorityPanel implements Panel {
    private static final int PLACE = 5;

    private final Authorities authorities;
    private final String number;

    AuthorityPanel(Authorities authorities, String number) {
        this.authorities = authorities;
        this.number = number;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CLERK.key(), Role.REVIEWER.key(), Role.CHIEF_REPRESENTATIVE.key());
    }

    @Override
    public Content show(PageCall call) {
        return WindowsPageModule.TEMPLATES.authoritypanel(call.ui(), authorities.ofCase(number, call.context()));
    }
}
