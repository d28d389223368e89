package org.yichuang.identity.internal;

import java.nio.file.Path;
import java.util.List;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Puts together what has to do with the master keys, so that the wiring file names it and not its parts. */
public final class PersonalDataKeys {
    private final KeyMarks marks;
    private final KeyWatch watch;
    private final KeyUsage usage;
    private final EnvelopeCipher cipher;
    private final KeyRetirement retirement;

    /**
     * @param holders the modules that keep personal data, as they come and go
     * @param base the instance's folder, in which {@code keys/personal-data.keys} may lie
     */
    public PersonalDataKeys(
            IdentityGround ground,
            Tenants tenants,
            ModuleRegistry registry,
            List<PersonalDataHolder> holders,
            String base) {
        MasterKeys keys = MasterKeys.open(ground.digests(), Path.of(base, "keys", "personal-data.keys"));
        marks = new KeyMarks(
                keys, ground.transactions(), tenants, ground.clock().machine());
        usage = new KeyUsage(tenants, registry, holders, new KeyHolders(marks::context, ground.transactions()));
        watch = new KeyWatch(marks, () -> usage.noteWriting(keys.newest()));
        cipher = new EnvelopeCipher(
                ground.digests(),
                keys,
                () -> marks.look().isWhole() && marks.look().isLatest(),
                watch::mayWrite);
        retirement = new KeyRetirement(
                marks, usage, ground.transactions(), ground.clock().machine());
    }

    /** Begins to follow how this container's keys stand to those in use. */
    public void start() {
        watch.start();
    }

    /** Follows no more. */
    public void stop() {
        watch.stop();
    }

    public EnvelopeCipher cipher() {
        return cipher;
    }

    public KeyRetirement retirement() {
        return retirement;
    }

    /** How this container's keys stand to those in use. */
    public KeyMarks marks() {
        return marks;
    }

    /** Where which key is in use. */
    public KeyUsage usage() {
        return usage;
    }
}
