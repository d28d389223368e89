package org.yichuang.licences.internal;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Level;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.testing.centres.TestCentres;

/** Items, and other modules, that tests of the register make up. */
final class RegisterItems {
    private RegisterItems() {}

    /** The catalogue of items with what a grant of each leads to. */
    static Catalogue of(Map<String, Certificate> certificates) {
        return (Catalogue) Proxy.newProxyInstance(
                Catalogue.class.getClassLoader(),
                new Class<?>[] {Catalogue.class},
                (self, method, given) -> version((String) given[1], certificates));
    }

    /** What keeps the messages that are asked for, in order. */
    static NoticeService notices(List<NoticeService.Request> told) {
        return (NoticeService) Proxy.newProxyInstance(
                NoticeService.class.getClassLoader(), new Class<?>[] {NoticeService.class}, (self, method, given) -> {
                    told.add((NoticeService.Request) given[0]);
                    return null;
                });
    }

    private static ItemVersion version(String code, Map<String, Certificate> certificates) {
        ItemDefinition item = ItemDefinition.of(code)
                .name(code)
                .type(type(code))
                .department("市场监管局")
                .exerciseLevel(Level.COUNTY)
                .kind(CaseKind.COMMITTED)
                .acceptanceLevels(Set.of(Level.COUNTY))
                .certificate(certificates.get(code))
                .made();
        return new ItemVersion(TestCentres.YANTAI, 1, ItemVersion.State.PUBLISHED, item, Instant.EPOCH, 1);
    }

    static ItemType type(String code) {
        return code.equals(RegisterWorld.SERVICE) ? ItemType.PUBLIC_SERVICE : ItemType.LICENCE;
    }

    /** The cipher of a platform without a key of its own. */
    static PersonalDataCipher cipher() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        MasterKeys keys = MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys"));
        return new EnvelopeCipher(digests, keys, () -> true, () -> true);
    }
}
