package org.yichuang.identity.internal;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.identity.internal.Settings.SecondFactorUse;
import org.yichuang.identity.internal.domain.Authenticator;
import org.yichuang.identity.internal.domain.OneTimeCode;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.RoleKind;

/** Whether a second factor is asked of an account, and whether what was typed is one. */
public final class FactorCheck {
    private static final Set<RoleKind> KINDS = Set.of(RoleKind.ADMINISTRATOR, RoleKind.OPERATOR);
    private static final Set<String> ROLES = Set.of("chief-representative");
    /** Methods of RFC 8176 that are more than something known. */
    private static final Set<String> SECOND_METHODS = Set.of("mfa", "otp", "hwk", "sc");

    private static final int RECOVERY_CODES = 8;
    private static final int HALF = 5;

    private final PersonalDataCipher cipher;
    private final KeyedDigests digests;
    private final Identity shared;
    private final PlatformClock clock;

    /** @param clock authenticators show the codes of its machine's time, whatever a rehearsal moves */
    public FactorCheck(PersonalDataCipher cipher, KeyedDigests digests, Identity shared, PlatformClock clock) {
        this.cipher = cipher;
        this.digests = digests;
        this.shared = shared;
        this.clock = clock;
    }

    /**
     * Lets an account pass whose password was right, within the transaction that signs it in.
     *
     * @return the authenticator that was used, which an entry must cover
     * @throws ProblemException {@code second-factor-required}, {@code second-factor-wrong},
     *     {@code second-factor-enrolment-required}
     */
    Optional<Authenticator> require(IdentityRepository store, UserAccount user, String code, CallContext context) {
        SecondFactorUse use = shared.settings().secondFactor();
        if (use == SecondFactorUse.OFF) {
            return Optional.empty();
        }
        Optional<Authenticator> enrolled =
                store.lockedAuthenticator(user.account()).filter(Authenticator::isConfirmed);
        if (enrolled.isPresent()) {
            if (code.isBlank()) {
                throw ProblemException.field(
                        IdentityError.SECOND_FACTOR_REQUIRED,
                        "code",
                        LocalizedMessage.of(FactorCheck.class, "second-factor.code-missing"));
            }
            if (!accepts(enrolled.get(), user.account(), code, context)) {
                throw wrong();
            }
        } else if (use == SecondFactorUse.REQUIRED && isAskedOf(user)) {
            throw new ProblemException(
                    IdentityError.SECOND_FACTOR_ENROLMENT_REQUIRED,
                    LocalizedMessage.of(FactorCheck.class, "second-factor.enrol-first"));
        }
        return enrolled;
    }

    /**
     * Lets an account pass that an outside provider has proven.
     *
     * @param methods by which the provider made sure, as RFC 8176 names them
     * @throws ProblemException {@code second-factor-required} when a second factor is needed and was not among them
     */
    void requireOf(Set<String> methods, IdentityRepository store, UserAccount user) {
        SecondFactorUse use = shared.settings().secondFactor();
        boolean enrolled = store.authenticator(user.account())
                .filter(Authenticator::isConfirmed)
                .isPresent();
        boolean asked = use != SecondFactorUse.OFF && (enrolled || use == SecondFactorUse.REQUIRED && isAskedOf(user));
        if (asked && methods.stream().noneMatch(SECOND_METHODS::contains)) {
            throw new ProblemException(
                    IdentityError.SECOND_FACTOR_REQUIRED,
                    LocalizedMessage.of(IdentityError.class, "provider-second-factor"));
        }
    }

    private boolean isAskedOf(UserAccount user) {
        return user.roles().stream()
                .anyMatch(role -> ROLES.contains(role)
                        || shared.roles().kind(role).filter(KINDS::contains).isPresent());
    }

    /**
     * Tells whether a code is the authenticator's, or a recovery code that is left; either is used up. Recovery codes
     * come first: they are good also when the secret cannot be read, and are of another length.
     */
    boolean accepts(Authenticator authenticator, String account, String typed, CallContext context) {
        String code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (authenticator.isConfirmed() && authenticator.useRecovery(digest(account, code, context))) {
            return true;
        }
        OptionalLong step = OneTimeCode.match(
                secret(authenticator, account, context), code, clock.machine().instant(), authenticator.usedStep());
        step.ifPresent(authenticator::use);
        return step.isPresent();
    }

    /** Makes new recovery codes and keeps their digests. */
    List<String> confirm(Authenticator authenticator, String account, CallContext context) {
        List<String> codes = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Ids.secret(2 * HALF);
            kept.add(digest(account, code, context));
            codes.add(code.substring(0, HALF) + "-" + code.substring(HALF));
        }
        authenticator.confirm(kept);
        return codes;
    }

    /** Gives an authenticator a secret. */
    void enrol(Authenticator authenticator, byte[] secret, CallContext context) {
        String encrypted = cipher.encrypt(
                scope(authenticator.account(), context), Base64.getEncoder().encodeToString(secret));
        authenticator.enrol(encrypted, cipher.keyName(encrypted));
    }

    /** Has an authenticator's secret encrypted under the newest key. */
    void renew(Authenticator authenticator, CallContext context) {
        String renewed = cipher.rewrap(scope(authenticator.account(), context), authenticator.secret());
        authenticator.rewrap(renewed, cipher.keyName(renewed));
    }

    /** As {@link PersonalDataCipher#mayRenew}: not to be asked inside of a transaction. */
    boolean mayRenew() {
        return cipher.mayRenew();
    }

    String newestKey() {
        return cipher.newestKey();
    }

    private byte[] secret(Authenticator authenticator, String account, CallContext context) {
        return Base64.getDecoder().decode(cipher.decrypt(scope(account, context), authenticator.secret()));
    }

    private static DataScope scope(String account, CallContext context) {
        return new DataScope(context.tenant(), "identity.authenticator", account);
    }

    private String digest(String account, String code, CallContext context) {
        return digests.digest("identity-recovery", context.tenant().value(), account, code);
    }

    static ProblemException wrong() {
        return new ProblemException(
                IdentityError.SECOND_FACTOR_WRONG, LocalizedMessage.of(FactorCheck.class, "second-factor.code-wrong"));
    }
}
