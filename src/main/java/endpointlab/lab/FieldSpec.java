package endpointlab.lab;

/**
 * A value of the lab that the learner may edit.
 *
 * @param key      the same everywhere, such as {@code step-3.cidr}
 * @param type     what form it must have
 * @param value    the lab's value; names get the student prefix when they are used
 * @param within   key of the field that holds the CIDR block this block must lie in; {@code null} if none
 * @param substep  sub-step on whose form it stands; {@code null} if the step has none
 */
public record FieldSpec(String key, FieldType type, String value, String within, String substep) {
}
