package org.yichuang.web.api;

import java.time.Duration;
import java.util.Optional;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.TenantId;

/**
 * Who is asking, as far as its credentials prove it.
 *
 * @param home the centre that the account belongs to
 * @param validHere whether the credentials are good at the centre that is asked
 * @param actor the account as it is now
 * @param passwordChangeRequired whether it must choose a new password before anything else
 * @param remaining how long the session lives on in silence, absent for a token
 */
public record Authentication(
        TenantId home, boolean validHere, Actor actor, boolean passwordChangeRequired, Optional<Duration> remaining) {}
