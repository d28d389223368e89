package org.yichuang.identity.api;

import java.net.URI;
import java.util.Optional;
import org.yichuang.identity.api.SignIn.BrowserSession;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;

/**
 * Signing in by way of an {@link IdentityProvider}. An applicant's first sign-in opens an account of the network; an
 * account that there is already is linked by its owner, who has signed in with its password; a staff account only by
 * the security administrator.
 */
public interface ProviderSignIn {
    /** Tells whether a provider is configured. */
    boolean isOffered();

    /**
     * Begins to sign in, or, when somebody has signed in, to link the own account. Nothing is written.
     *
     * @param to where whoever signs in wants to go afterwards, a path
     * @throws ProblemException {@code provider-off}, {@code provider-unavailable}; {@code not-allowed} for staff who
     *     want to link themselves
     */
    @NeedsNoPermission("whoever signs in is nobody yet, and whoever links an account links the own one")
    Departure begin(String to, CallContext context);

    /** The centre at which an answer's attempt was begun; empty when it is none of ours or the browser is another. */
    Optional<TenantId> centre(Answer answer);

    /**
     * Ends what {@link #begin} began, at the centre where it was begun. An attempt is good once and for ten minutes.
     *
     * @param origin where the browser is (an address), for the journal
     * @throws ProblemException {@code provider-attempt-over}, {@code provider-refused}, {@code provider-unavailable},
     *     {@code provider-proof-invalid}, {@code sign-in-refused} for a blocked account, {@code second-factor-required}
     *     when the account needs one and the provider has asked for none
     */
    @NeedsNoPermission("the provider's proof is the right")
    Arrival complete(Answer answer, String origin, CallContext context);

    /**
     * Links the calling applicant's account with the subject that has just been proven.
     *
     * @param offer as {@link Arrival} gave it to the same account, at most ten minutes ago
     * @throws ProblemException {@code provider-attempt-over}, {@code subject-linked}
     */
    @NeedsNoPermission("everybody links the own account, having proven both")
    void link(String offer, CallContext context);

    /**
     * Links a staff account of the centre with a subject of the provider, instead of the one that it had.
     *
     * @param subject the provider's key; empty to take the link away, of an applicant's account as well
     * @throws ProblemException {@code provider-off}, {@code account-unknown}, {@code subject-linked}, {@code
     *     fields-invalid}, {@code not-allowed} for one's own
     */
    @RequiresPermission(IdentityPermission.MANAGE)
    void linkStaff(String account, String subject, CallContext context);

    /**
     * A browser on its way to the provider.
     *
     * @param address where it is sent
     * @param secret what it keeps until it comes back, at most ten minutes
     */
    record Departure(URI address, String secret) {}

    /**
     * What a browser comes back with.
     *
     * @param code the provider's code; empty when it says {@code error}
     * @param error why not, as OAuth names it; else empty
     * @param state as it was sent
     * @param secret what the browser has kept; empty when it is another one
     */
    record Answer(String code, String error, String state, String secret) {
        @Override
        public String toString() {
            return "Answer";
        }
    }

    /**
     * How it ended.
     *
     * @param session a session, when somebody signed in
     * @param to where whoever it is wanted to go
     * @param offer what {@link #link} takes, when an account is to be linked; else empty
     * @param name who the provider says it is, to be asked before linking
     */
    record Arrival(Optional<BrowserSession> session, String to, String offer, String name) {}
}
