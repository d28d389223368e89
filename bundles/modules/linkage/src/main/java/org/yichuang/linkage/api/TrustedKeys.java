package org.yichuang.linkage.api;

import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;

/** How two deployments come to believe each other's keys: by a file, and a fingerprint that people compare. */
public interface TrustedKeys {
    /** Puts public keys into a form that another deployment reads. */
    KeyFile write(List<PublicKeyView> keys);

    /**
     * Notes that keys of the context's centre are on their way to another deployment: until then operators are told
     * that nobody there can believe what is signed by them.
     */
    @RequiresPermission(LinkagePermission.VIEW_KEYS)
    void exported(List<PublicKeyView> keys, CallContext context);

    /**
     * Reads what another deployment has written; nothing is believed yet.
     *
     * @throws ProblemException {@code key-file-unreadable}
     */
    KeyFile read(String text);

    /**
     * Believes the keys of a file from now on, in the place of all that was believed of the same centres before. Each
     * of them must be one that its setting says is reached elsewhere.
     *
     * @param fingerprint as the other deployment's people tell it
     * @throws ProblemException {@code key-file-unreadable}, {@code fingerprint-differs}, {@code centre-here}
     */
    @RequiresPermission(LinkagePermission.ROTATE_KEY)
    KeyFile trust(String text, String fingerprint, CallContext context);

    /**
     * Keys on their way to another deployment.
     *
     * @param text the file
     * @param fingerprint what both sides must see: eight groups of four characters
     * @param keys what is in it
     */
    record KeyFile(String text, String fingerprint, List<PublicKeyView> keys) {}
}
