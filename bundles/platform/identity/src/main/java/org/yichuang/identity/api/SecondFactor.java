package org.yichuang.identity.api;

import java.util.List;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * One-time codes of an authenticator (TOTP, RFC 6238: SHA-1, six digits, 30 seconds) beside the password. Whoever must
 * have them and has none yet cannot sign in, but enrols here, with the password alone.
 */
public interface SecondFactor {
    /**
     * Begins to enrol the account whose password is given: a new secret, which is asked for once {@link #confirm}
     * has seen
     * a code of it.
     *
     * @param origin where the request comes from (an address), for throttling
     * @throws ProblemException {@code sign-in-refused}, {@code too-many-requests}, {@code second-factor-present}
     *     when the
     *     account has one: an administrator removes it first
     */
    @NeedsNoPermission("whoever enrols proves it with the password")
    Enrolment begin(Credentials credentials, String origin, CallContext context);

    /**
     * Ends the enrolment with the password and a first code.
     *
     * @return codes that replace a one-time code once each, for the day on which the telephone is lost; told here only
     * @throws ProblemException those of {@link #begin}, {@code second-factor-wrong}, {@code second-factor-unknown}
     *     when it
     *     was not begun
     */
    @NeedsNoPermission("whoever enrols proves it with the password")
    List<String> confirm(Credentials credentials, String origin, CallContext context);

    /**
     * Removes an account's second factor, so that its owner can enrol anew; its tokens and sessions end. Not one's own.
     *
     * @throws ProblemException {@code account-unknown}, {@code not-allowed}
     */
    @RequiresPermission(IdentityPermission.MANAGE)
    void remove(String account, CallContext context);

    /**
     * What an authenticator needs.
     *
     * @param secret in Base32, for typing
     * @param address the same with names as {@code otpauth://totp/…}, for a QR code
     */
    record Enrolment(String secret, String address) {
        @Override
        public String toString() {
            return "Enrolment";
        }
    }
}
