package org.yichuang.linkage.api;

import java.time.Instant;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** The signing keys of centres: the public halves are in the database, the private ones in this container's files. */
public interface CentreKeys {
    /** Returns the public keys of the context's centre, the newest first. */
    @RequiresPermission(LinkagePermission.VIEW_KEYS)
    List<PublicKeyView> keys(CallContext context);

    /**
     * Makes a new key of this container for the context's centre and retires the one it replaces, which stays good for
     * verifying what it signed before. Journaled.
     *
     * @return the new key
     */
    @RequiresPermission(LinkagePermission.ROTATE_KEY)
    PublicKeyView rotate(CallContext context);

    /**
     * A public key.
     *
     * @param centre whose it is
     * @param keyId names it
     * @param publicKey X.509 form in Base64
     * @param from since when it signs
     * @param until when it was retired, null while it signs
     */
    record PublicKeyView(String centre, String keyId, String publicKey, Instant from, Instant until) {}
}
