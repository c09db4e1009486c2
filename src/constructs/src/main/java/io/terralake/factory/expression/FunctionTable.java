package io.terralake.factory.expression;

/**
 * The functions with the numbers of their arguments and what they give: {@code if} takes three, {@code utcNow} none or one,
 * {@code coalesce} one or more. {@code concat} of one text is common and works, though the documentation speaks of two.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions#function-reference">
 *     Function reference</a>
 */
final class FunctionTable {
    static final String TEXT = """
            concat 1+ string
            endsWith 2 boolean
            guid 0-1 string
            indexOf 2 number
            lastIndexOf 2 number
            replace 3 string
            split 2 array
            startsWith 2 boolean
            substring 3 string
            toLower 1 string
            toUpper 1 string
            trim 1 string
            contains 2 boolean
            empty 1 boolean
            first 1 unknown
            intersection 2+ unknown
            join 2 string
            last 1 unknown
            length 1 number
            skip 2 array
            take 2 unknown
            union 2+ unknown
            and 2 boolean
            equals 2 boolean
            greater 2 boolean
            greaterOrEquals 2 boolean
            if 3 unknown
            less 2 boolean
            lessOrEquals 2 boolean
            not 1 boolean
            or 2 boolean
            array 1 array
            base64 1 string
            base64ToBinary 1 string
            base64ToString 1 string
            binary 1 string
            bool 1 boolean
            coalesce 1+ unknown
            createArray 1+ array
            dataUri 1 string
            dataUriToBinary 1 string
            dataUriToString 1 string
            decodeBase64 1 string
            decodeDataUri 1 string
            decodeUriComponent 1 string
            encodeUriComponent 1 string
            float 1 number
            int 1 number
            json 1 unknown
            string 1 string
            uriComponent 1 string
            uriComponentToBinary 1 string
            uriComponentToString 1 string
            xml 1 unknown
            xpath 2 unknown
            add 2 number
            div 2 number
            max 1+ number
            min 1+ number
            mod 2 number
            mul 2 number
            rand 2 number
            range 2 array
            sub 2 number
            addDays 2-3 string
            addHours 2-3 string
            addMinutes 2-3 string
            addSeconds 2-3 string
            addToTime 3-4 string
            convertFromUtc 2-3 string
            convertTimeZone 3-4 string
            convertToUtc 2-3 string
            dayOfMonth 1 number
            dayOfWeek 1 number
            dayOfYear 1 number
            formatDateTime 1-2 string
            getFutureTime 2-3 string
            getPastTime 2-3 string
            startOfDay 1-2 string
            startOfHour 1-2 string
            startOfMonth 1-2 string
            subtractFromTime 3-4 string
            ticks 1 number
            utcNow 0-1 string
            activity 1 object
            dataset 0 object
            item 0 unknown
            linkedService 0 object
            pipeline 0 object
            trigger 0 object
            triggerBody 0 unknown
            variables 1 unknown
            """;

    private FunctionTable() {}
}
