package org.yichuang.linkage.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Where each centre lives: in this deployment, or in another. It lives elsewhere as soon as its setting says how it is
 * reached there, or the trust file has a key of it: a line that is lost must not have its letters take effect here.
 */
public class Whereabouts {
    /** It lives in another deployment, and this one has nothing to say to it. */
    static final String NOWHERE = "elsewhere";

    /** Where a centre is reached; {@code {receiver}} stands for its id. */
    static final SettingDefinition TRANSPORT = SettingDefinition.form(
            Tenant.TRANSPORT,
            Tenant.LOCAL,
            Tenant.LOCAL + "|" + NOWHERE + "|jms:queue:([A-Za-z0-9._-]|\\{receiver\\}){1,100}"
                    + "|https://([A-Za-z0-9.-]|\\{receiver\\}){1,200}(:\\d{1,5})?/exchange",
            LocalizedMessage.of(Whereabouts.class, "setting.must-be-transport"));

    private final Tenants tenants;
    private final TrustFile trust;

    public Whereabouts(Tenants tenants, TrustFile trust) {
        this.tenants = tenants;
        this.trust = trust;
    }

    /** Returns the endpoint that the setting of a centre names; empty where it names none. */
    Optional<String> transport(String centre) {
        return set(centre)
                .filter(transport -> !transport.equals(NOWHERE))
                .map(transport -> transport.replace("{receiver}", centre));
    }

    /** What the setting says of a centre that lives elsewhere. */
    private Optional<String> set(String centre) {
        return Optional.ofNullable(centre)
                .filter(TenantId::isWellFormed)
                .flatMap(id -> tenants.find(new TenantId(id)))
                .filter(Tenant::isElsewhere)
                .map(found -> found.policy(Tenant.TRANSPORT, Tenant.LOCAL).strip());
    }

    /** Tells whether the setting of a centre says that it lives elsewhere, reached or not. */
    boolean isSetElsewhere(String centre) {
        return set(centre).isPresent();
    }

    /** Tells whether a centre lives in this deployment: has its key, is written to and signed for here. */
    public boolean isHere(TenantId centre) {
        return !isSetElsewhere(centre.value()) && !trust.names(centre);
    }

    /** Tells whether a centre lives elsewhere though its setting does not say so: that has been lost. */
    public boolean isLost(TenantId centre) {
        return !isSetElsewhere(centre.value()) && trust.names(centre);
    }

    /** Returns why keys of others are unknown here, empty while they are known. */
    public String trustFailure() {
        return trust.failure();
    }

    /**
     * Checks that a centre lives in this deployment.
     *
     * @throws ProblemException {@code centre-elsewhere}
     */
    public void requireHere(TenantId centre) {
        if (!isHere(centre)) {
            throw new ProblemException(
                    LinkageError.CENTRE_ELSEWHERE, LocalizedMessage.of(Whereabouts.class, "centre.elsewhere", centre));
        }
    }

    /**
     * Checks that somebody has said how a centre is reached that lives elsewhere.
     *
     * @throws ProblemException {@code centre-elsewhere}
     */
    void requireWay(String centre) {
        if (TenantId.isWellFormed(centre) && transport(centre).isEmpty() && !isHere(new TenantId(centre))) {
            throw new ProblemException(
                    LinkageError.CENTRE_ELSEWHERE, LocalizedMessage.of(Whereabouts.class, "centre.no-way", centre));
        }
    }

    /** Returns all keys of centres elsewhere that are believed here, or were. */
    public List<PublicKeyView> trusted() {
        return trust.keys();
    }

    /** Returns a key of a centre that lives elsewhere, if it is trusted here. */
    Optional<PublicKeyView> trusted(TenantId centre, String keyId) {
        return trust.find(centre, keyId);
    }

    boolean isKnown(String centre) {
        return TenantId.isWellFormed(centre)
                && tenants.find(new TenantId(centre)).isPresent();
    }
}
