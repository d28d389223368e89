package org.yichuang.identity.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.IdentityProvider;
import org.yichuang.identity.api.IdentityProvider.ProvenSubject;
import org.yichuang.identity.api.ProviderSignIn;
import org.yichuang.identity.api.SignIn.BrowserSession;
import org.yichuang.identity.internal.ProviderAttempts.Known;
import org.yichuang.identity.internal.domain.AccountRules;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Signing in by way of the outside provider that is configured. */
public final class DefaultProviderSignIn implements ProviderSignIn {
    private static final String OFFER = "identity-link-offer";
    private static final String APPLICANT = "applicant";
    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_SUBJECT = 255;

    private final List<IdentityProvider> providers;
    private final ProviderAttempts attempts;
    private final SubjectAccounts subjects;
    private final ProviderSessions sessions;
    private final Journal journal;
    private final PlatformClock clock;

    /** @param clock a provider's proofs are judged by its machine's time, whatever a rehearsal moves */
    public DefaultProviderSignIn(
            List<IdentityProvider> providers,
            ProviderAttempts attempts,
            SubjectAccounts subjects,
            ProviderSessions sessions,
            Journal journal,
            PlatformClock clock) {
        this.providers = providers;
        this.attempts = attempts;
        this.subjects = subjects;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean isOffered() {
        return providers.stream().anyMatch(IdentityProvider::isOn);
    }

    private IdentityProvider provider() {
        return providers.stream()
                .filter(IdentityProvider::isOn)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(IdentityError.PROVIDER_OFF));
    }

    @Override
    public Departure begin(String to, CallContext context) {
        IdentityProvider provider = provider();
        Actor actor = context.actor();
        boolean links = !actor.equals(Actor.ANONYMOUS);
        if (links && !actor.has(APPLICANT)) {
            throw applicantsOnly();
        }
        String secret = sessions.newSecret();
        String path = to.length() <= LONGEST_PATH ? to : "";
        String account = links ? actor.account() : "";
        return new Departure(
                provider.begin(attempts.begin(context.tenant().value(), account, path, secret, context.at())), secret);
    }

    private static ProblemException applicantsOnly() {
        return new ProblemException(
                CommonError.NOT_ALLOWED, LocalizedMessage.of(IdentityError.class, "provider-applicants-only"));
    }

    @Override
    public Optional<TenantId> centre(Answer answer) {
        return attempts.read(answer).map(known -> new TenantId(known.centre()));
    }

    @Override
    public Arrival complete(Answer answer, String origin, CallContext context) {
        Known known = attempts.require(answer, context.at());
        if (!known.centre().equals(context.tenant().value()) || sessions.isUsed(answer.secret(), context)) {
            throw ProblemException.of(IdentityError.PROVIDER_ATTEMPT_OVER);
        }
        if (!answer.error().isEmpty() || answer.code().isEmpty()) {
            throw ProblemException.of(IdentityError.PROVIDER_REFUSED);
        }
        ProvenSubject subject = provider()
                .complete(
                        answer.code(),
                        attempts.attempt(answer.state(), answer.secret()),
                        clock.machine().instant());
        return known.account().isEmpty()
                ? signIn(subject, answer, known, origin, context)
                : offer(subject, answer, known, context);
    }

    private Arrival signIn(ProvenSubject subject, Answer answer, Known known, String origin, CallContext context) {
        Actor tried = Actor.ANONYMOUS;
        try {
            AccountHome home = subjects.find(subject, context).orElseGet(() -> subjects.open(subject, context));
            String account = home.nameAt(context.tenant());
            tried = new Actor(account, account, Set.of());
            BrowserSession session = sessions.begin(home, subject, answer.secret(), known.expires(), context);
            return new Arrival(Optional.of(session), known.text(), "", subject.name());
        } catch (ProblemException e) {
            journal.refused(
                    "sign-in by " + subject.issuer() + " from " + origin,
                    e,
                    context.withoutKey().by(tried));
            throw e;
        }
    }

    /** What has been proven, for the account that asked to be linked and for nobody else. */
    private Arrival offer(ProvenSubject subject, Answer answer, Known known, CallContext context) {
        if (!known.account().equals(context.actor().account())) {
            throw ProblemException.of(IdentityError.PROVIDER_ATTEMPT_OVER);
        }
        sessions.use(answer.secret(), known.expires(), context);
        String offer = attempts.sealed(
                OFFER,
                context.tenant().value(),
                known.account(),
                subject.issuer() + " " + subject.subject(),
                context.at(),
                known.account());
        return new Arrival(Optional.empty(), known.text(), offer, subject.name());
    }

    @Override
    public void link(String offer, CallContext context) {
        String account = context.actor().account();
        Known known = attempts.require(OFFER, offer, account, context.at());
        if (!known.centre().equals(context.tenant().value()) || !context.actor().has(APPLICANT)) {
            throw ProblemException.of(IdentityError.PROVIDER_ATTEMPT_OVER);
        }
        int space = known.text().indexOf(' ');
        ProvenSubject subject =
                new ProvenSubject(known.text().substring(0, space), known.text().substring(space + 1), "", Set.of());
        AccountHome home = AccountHome.of(account, context.tenant());
        subjects.link(home, subject, true, applicantsOnly(), home.byItself(context));
    }

    @Override
    public void linkStaff(String account, String subject, CallContext context) {
        context.require(IdentityPermission.MANAGE);
        if (subject.isEmpty()) {
            subjects.unlink(account, context);
            return;
        }
        if (account.equals(context.actor().account())) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(IdentityError.class, "own-account"));
        }
        if (subject.isBlank() || !AccountRules.isLine(subject, LONGEST_SUBJECT)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "subject",
                    LocalizedMessage.of(IdentityError.class, "subject-invalid", LONGEST_SUBJECT));
        }
        ProblemException applicant = ProblemException.field(
                CommonError.FIELDS_INVALID,
                "subject",
                LocalizedMessage.of(IdentityError.class, "subject-of-staff-only"));
        subjects.link(
                new AccountHome(context.tenant(), account),
                new ProvenSubject(provider().issuer(), subject, "", Set.of()),
                false,
                applicant,
                context);
    }
}
