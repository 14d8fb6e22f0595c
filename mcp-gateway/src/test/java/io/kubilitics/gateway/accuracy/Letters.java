package io.kubilitics.gateway.accuracy;

/**
 * Another word for each word: every letter for another one, vowels for vowels. Equal words stay equal, different ones different,
 * and one that is misspelt is as far from the right one as before.
 */
final class Letters {

    private static final String FROM = "aeioubcdfghjklmnpqrstvwxyz";
    private static final String TO = "eiouazxvtwrqpnsmkljhgfdcyb";

    private Letters() {}

    static String of(String word) {
        StringBuilder other = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            int place = FROM.indexOf(Character.toLowerCase(letter));
            char changed = place < 0 ? letter : TO.charAt(place);
            other.append(Character.isUpperCase(letter) ? Character.toUpperCase(changed) : changed);
        }
        return other.toString();
    }
}
