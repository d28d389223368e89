package org.yichuang.licences.internal.domain;

/**
 * Which item something is about: a code means something only with the centre in whose catalogue it stands.
 *
 * @param owner that centre
 * @param code the code
 */
public record ItemKey(String owner, String code) {
    @Override
    public String toString() {
        return owner + "/" + code;
    }
}
