package org.yichuang.linkage.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.CentreKey;
import org.yichuang.linkage.internal.domain.KeyRing;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.linkage.internal.persistence.CentreKeyRows;
import org.yichuang.linkage.internal.persistence.KeyFiles;
import org.yichuang.tenancy.api.Tenants;

/** Keys: private halves in files of this container, public halves in the database or in the trust file. */
public class DefaultCentreKeys implements CentreKeys, KeyRing, CentreSigner {
    /**
     * How long a key is believed before it is looked at again: another container may have revoked it, or the trust file
     * says so. So short that nobody waits for it, and long enough that a burst of letters asks once.
     */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final String AGGREGATE = "linkage-key";
    private static final int LONGEST_REASON = 200;

    private final EntityManagerFactory unit;
    private final Transactions transactions;
    private final KeyFiles files;
    private final Whereabouts whereabouts;
    private final CentreAlgorithms algorithms;
    private final Clock clock;
    private final Clock machineClock;
    /** The keys that are in the database's list. */
    private final Map<Kind, Announced> signing = new ConcurrentHashMap<>();

    private final Map<String, Remembered> known = new ConcurrentHashMap<>();

    /**
     * Keeps them.
     *
     * @param tenants by whose clock keys begin and end, and what each centre signs by
     * @param machineClock by which what is remembered grows old: a rehearsal's time may stand still
     */
    public DefaultCentreKeys(
            EntityManagerFactory unit,
            Transactions transactions,
            KeyFiles files,
            Whereabouts whereabouts,
            Tenants tenants,
            Clock machineClock) {
        this.unit = unit;
        this.transactions = transactions;
        this.files = files;
        this.whereabouts = whereabouts;
        this.algorithms = new CentreAlgorithms(tenants);
        this.clock = tenants.clock();
        this.machineClock = machineClock;
    }

    @Override
    public SigningKey signing(TenantId centre) {
        return signing(centre, algorithms.of(centre));
    }

    private SigningKey signing(TenantId centre, SignatureAlgorithm algorithm) {
        whereabouts.requireHere(centre);
        Kind kind = new Kind(centre, algorithm);
        return announced(kind).orElseGet(() -> ensure(kind));
    }

    /** What others check without us is signed by what they have without us, whatever messages are signed by. */
    @Override
    public Signature sign(TenantId centre, String purpose, String sha256) {
        SigningKey key = signing(centre, SignatureAlgorithm.ED25519);
        String signed = CentreSigner.signedText(centre.value(), purpose, sha256);
        return new Signature(key.keyId(), key.publicKey(), key.sign(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** The key that is remembered; not for long, since another container may have revoked it. */
    private Optional<SigningKey> announced(Kind kind) {
        Instant now = machineClock.instant();
        return Optional.ofNullable(signing.get(kind))
                .filter(key -> key.database() == transactions.databaseChanges())
                .filter(key -> isFresh(key.at(), now))
                .map(Announced::key);
    }

    /** One at a time: two threads must not make two keys for a centre. Called without a transaction. */
    private synchronized SigningKey ensure(Kind kind) {
        TenantId centre = kind.centre();
        Optional<SigningKey> present = announced(kind);
        if (present.isPresent()) {
            return present.get();
        }
        int database = transactions.databaseChanges();
        CallContext context = CallContext.system(centre, clock.instant(), "linkage-key");
        Optional<SigningKey> kept = files.read(centre, kind.algorithm());
        Optional<CentreKey> row = kept.flatMap(key -> row(key, context));
        SigningKey key = kept.filter(its -> row.isEmpty() || row.get().signs(context.at()))
                .orElseGet(() -> make(kind));
        if (row.isEmpty() || !row.get().keyId().equals(key.keyId())) {
            transactions.write(context, PublicKeyView.class, work -> announce(key, work));
        }
        signing.put(kind, new Announced(key, database, machineClock.instant()));
        return key;
    }

    private SigningKey make(Kind kind) {
        SigningKey key = Signatures.generate(kind.algorithm());
        files.write(kind.centre(), key);
        return key;
    }

    /** The row of the key in the file: a rotation that broke off between the two left a retired one there. */
    private Optional<CentreKey> row(SigningKey key, CallContext context) {
        return transactions.read(context, work -> rows(work).find(key.keyId()));
    }

    private PublicKeyView announce(SigningKey key, UnitOfWork work) {
        CentreKeyRows rows = rows(work);
        Optional<CentreKey> row = rows.find(key.keyId());
        if (row.isPresent()) {
            return view(row.get(), work.context());
        }
        CentreKey fresh = new CentreKey(key, work.context().at());
        record(fresh, "generate", Map.of(), work);
        rows.add(fresh);
        return view(fresh, work.context());
    }

    @Override
    public synchronized PublicKeyView rotate(CallContext context) {
        context.require(LinkagePermission.ROTATE_KEY);
        SigningKey before = signing(context.tenant());
        SigningKey next = Signatures.generate(before.algorithm());
        int database = transactions.databaseChanges();
        PublicKeyView made = transactions.write(context, PublicKeyView.class, work -> {
            rows(work).find(before.keyId()).ifPresent(old -> retire(old, work));
            return announce(next, work);
        });
        if (made.keyId().equals(next.keyId())) { // else it is the answer that was kept of the same command
            files.write(context.tenant(), next);
            Kind kind = new Kind(context.tenant(), next.algorithm());
            signing.put(kind, new Announced(next, database, machineClock.instant()));
            known.remove(name(context.tenant(), before.keyId()));
        }
        return made;
    }

    private void retire(CentreKey old, UnitOfWork work) {
        old.retire(work.context().at());
        record(old, "retire", Map.of(), work);
    }

    @Override
    public synchronized PublicKeyView revoke(String keyId, String reason, CallContext context) {
        context.require(LinkagePermission.ROTATE_KEY);
        String why = requireReason(reason);
        PublicKeyView revoked = transactions.write(context, PublicKeyView.class, work -> {
            CentreKey key = rows(work)
                    .find(keyId)
                    .orElseThrow(() -> new ProblemException(
                            LinkageError.SIGNING_KEY_UNKNOWN,
                            LocalizedMessage.of(DefaultCentreKeys.class, "signing-key.unknown", keyId)));
            if (!key.isRevoked()) {
                key.revoke(work.context().at());
                record(key, "revoke", Map.of("reason", why), work);
            }
            return view(key, work.context());
        });
        known.remove(name(context.tenant(), keyId));
        signing.keySet().removeIf(kind -> kind.centre().equals(context.tenant()));
        if (whereabouts.isHere(context.tenant())) {
            signing(context.tenant()); // a new one, where it was this container's
        }
        return revoked;
    }

    private static String requireReason(String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "reason",
                    LocalizedMessage.of(DefaultCentreKeys.class, "revocation.reason", LONGEST_REASON));
        }
        return why;
    }

    private void record(CentreKey key, String action, Map<String, String> more, UnitOfWork work) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("publicKey", key.publicKey());
        EntityManager entities = work.entities(unit);
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                key.keyId(),
                action,
                RowDigests.loaded(entities, key),
                RowDigests.written(entities, key),
                details);
        key.head(work.record(entry, key.head()));
    }

    @Override
    public Optional<KnownKey> known(TenantId centre, String keyId) {
        Instant now = machineClock.instant();
        Remembered remembered = known.get(name(centre, keyId));
        if (remembered != null && isFresh(remembered.at(), now)) {
            return Optional.of(remembered.key());
        }
        Optional<KnownKey> found = find(centre, keyId).map(DefaultCentreKeys::readable);
        found.ifPresent(key -> known.put(name(centre, keyId), new Remembered(key, now)));
        return found;
    }

    /** Of a centre that lives elsewhere a row proves nothing: whoever has this database may have written it. */
    private Optional<PublicKeyView> find(TenantId centre, String keyId) {
        if (!whereabouts.isHere(centre)) {
            return whereabouts.trusted(centre, keyId);
        }
        CallContext context = CallContext.system(centre, clock.instant(), "linkage-key");
        return transactions.read(context, work -> rows(work).find(keyId).map(key -> view(key, context)));
    }

    private static KnownKey readable(PublicKeyView key) {
        try {
            return new KnownKey(Signatures.publicKey(key.publicKey()), key.from(), key.until(), key.revokedAt());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Not a public key: " + key.keyId() + " of " + key.centre(), e);
        }
    }

    @Override
    public List<PublicKeyView> keys(CallContext context) {
        context.require(LinkagePermission.VIEW_KEYS);
        return transactions.read(
                context,
                work -> rows(work).all().stream().map(key -> view(key, context)).toList());
    }

    private CentreKeyRows rows(UnitOfWork work) {
        return new CentreKeyRows(work.entities(unit));
    }

    private static String name(TenantId centre, String keyId) {
        return centre + "/" + keyId;
    }

    private static PublicKeyView view(CentreKey key, CallContext context) {
        return new PublicKeyView(
                context.tenant().value(), key.keyId(), key.publicKey(), key.from(), key.until(), key.revokedAt());
    }

    private static boolean isFresh(Instant at, Instant now) {
        return !now.isBefore(at) && now.isBefore(at.plus(REMEMBERED));
    }

    /** Whose key, and what it signs by. */
    private record Kind(TenantId centre, SignatureAlgorithm algorithm) {}

    /** A centre's own key, the database that has its public half, and the moment when that was looked up. */
    private record Announced(SigningKey key, int database, Instant at) {}

    /** A key with the moment it was looked up. */
    private record Remembered(KnownKey key, Instant at) {}
}
