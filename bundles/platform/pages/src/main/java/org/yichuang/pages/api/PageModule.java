package org.yichuang.pages.api;

import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Texts;

/**
 * Whiteboard: what a module gives to the pages. The door builds a server of its own for it, so that modules come and go
 * without touching each other. A module with a page that carries no access rule ({@code RequiresPermission}, {@code
 * AllowSignedIn}, {@code AllowEveryone}) is refused. Where the module is switched off, its pages, menu entries and
 * panels are not there.
 */
public interface PageModule {
    /** The module's word, which is switched on or off per tenant ({@code cases}); platform words are always on. */
    String module();

    /** The first path segments after the tenant that belong to it, e.g. {@code worklist}. */
    List<String> roots();

    /** JAX-RS resource objects; class-level path {@code /{tenant}/…}. They take {@code @Context PageCall}. */
    List<Object> resources();

    /** The words of its pages, usually {@code Texts.beside(Some.class, "texts")}. */
    Texts texts();

    /** Its entries in the menu. */
    default List<NavigationEntry> navigation() {
        return List.of();
    }

    /**
     * How many things wait behind an entry of the menu for whoever asks, e.g. unread messages; 0 shows none. Asked
     * whenever a page is shown to an account that has signed in and sees the entry, never for the public: it costs one
     * bounded query at most. Left out like a panel when it fails or is slow.
     *
     * @param path that of the entry
     * @return the count; what is above 99 is shown as 99+
     */
    @NeedsNoPermission("asked for the account's own menu; the module counts what is the account's own")
    default int waiting(String path, CallContext context) {
        return 0;
    }

    /** What it shows on a centre's home page. */
    default List<HomePanel> panels() {
        return List.of();
    }

    /**
     * What it lets people do with a thing of another module. Whoever shows the thing has seen to it that they may see
     * it; what the action leads to checks for itself. Left out like a panel when it fails or is slow.
     *
     * @param kind what sort of thing it is; the module that shows it says in its README which it asks for, e.g. {@code
     *     item} (catalogue), {@code case} and {@code workbench} (cases)
     * @param id which one; empty where there is only one
     */
    default List<Action> actions(String kind, String id) {
        return List.of();
    }

    /**
     * What it shows on the page of a thing of another module.
     *
     * @param kind as for {@link #actions}
     * @param id as for {@link #actions}
     */
    default List<Panel> panels(String kind, String id) {
        return List.of();
    }

    /**
     * Refuses the files of a form, before anything of them is kept, for a reason that only the module knows: a quota
     * that is used up, say. It is asked once for a form with files, when its sender has been admitted to the page. What
     * is refused takes no place; the page is reached all the same, so that nothing typed is lost, and meets the refusal
     * where it opens a file.
     *
     * @throws org.yichuang.kernel.api.ProblemException what {@link UploadedFile#open} is to say
     */
    @NeedsNoPermission("asked when the door has admitted the account to the page")
    default void checkUpload(CallContext context) {}

    /** The largest body it takes, in bytes. */
    default long largestBody() {
        return 1L << 20;
    }
}
