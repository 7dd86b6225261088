<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>longhand::ui::ChangedPictures</name>
    <message numerus="yes">
        <source>%n pictures have changed since they were read; their lines may be in other places now.</source>
        <translation>
            <numerusform>One picture has changed since it was read; its lines may be in other places now.</numerusform>
            <numerusform>%n pictures have changed since they were read; their lines may be in other places now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::CleaningTools</name>
    <message numerus="yes">
        <source>%n pages are read again.</source>
        <translation>
            <numerusform>%n page is read again.</numerusform>
            <numerusform>%n pages are read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionBrowser</name>
    <message numerus="yes">
        <source>%n corrections</source>
        <translation>
            <numerusform>%n correction</numerusform>
            <numerusform>%n corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corrections are deleted.</source>
        <translation>
            <numerusform>%n correction is deleted.</numerusform>
            <numerusform>%n corrections are deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::CorrectionDetail</name>
    <message numerus="yes">
        <source>%n corrections are selected.</source>
        <translation>
            <numerusform>%n correction is selected.</numerusform>
            <numerusform>%n corrections are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Corrections</name>
    <message numerus="yes">
        <source>Is that right? %n corrected line(s) hardly fit what is written there, and are not learnt from until you confirm them.</source>
        <translation>
            <numerusform>Is that right? %n corrected line hardly fits what is written there, and is not learnt from until you confirm it.</numerusform>
            <numerusform>Is that right? %n corrected lines hardly fit what is written there, and are not learnt from until you confirm them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::EnrolmentDialog</name>
    <message numerus="yes">
        <source>%n texts in italics are not certain: look at them.</source>
        <translation>
            <numerusform>%n text in italics is not certain: look at it.</numerusform>
            <numerusform>%n texts in italics are not certain: look at them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep These %n Lines</source>
        <translation>
            <numerusform>&amp;Keep This Line</numerusform>
            <numerusform>&amp;Keep These %n Lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Exporter</name>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n selected pages</source>
        <translation>
            <numerusform>The selected page</numerusform>
            <numerusform>The %n selected pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n pages</source>
        <translation>
            <numerusform>The only page</numerusform>
            <numerusform>All %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::FindBar</name>
    <message numerus="yes">
        <source>Not on this page, %n on others</source>
        <translation>
            <numerusform>Not on this page, %n on others</numerusform>
            <numerusform>Not on this page, %n on others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Finder</name>
    <message numerus="yes">
        <source>Replaced %n times.</source>
        <translation>
            <numerusform>Replaced once.</numerusform>
            <numerusform>Replaced %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced %n times on %1 pages.</source>
        <translation>
            <numerusform>Replaced once on %1 pages.</numerusform>
            <numerusform>Replaced %n times on %1 pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineChangeList</name>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineReader</name>
    <message numerus="yes">
        <source>reading %n lines again</source>
        <translation>
            <numerusform>reading %n line again</numerusform>
            <numerusform>reading %n lines again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::LineTools</name>
    <message numerus="yes">
        <source>%n new readings differ from your text.</source>
        <translation>
            <numerusform>%n new reading differs from your text.</numerusform>
            <numerusform>%n new readings differ from your text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines were read again.</source>
        <translation>
            <numerusform>%n line was read again.</numerusform>
            <numerusform>%n lines were read again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::MainWindow</name>
    <message numerus="yes">
        <source>&amp;Remove %n Pages</source>
        <translation>
            <numerusform>&amp;Remove %n Page</numerusform>
            <numerusform>&amp;Remove %n Pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported %n files</source>
        <translation>
            <numerusform>Exported %n file</numerusform>
            <numerusform>Exported %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pages left</source>
        <translation>
            <numerusform>%n page left</numerusform>
            <numerusform>%n pages left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelComparisonDialog</name>
    <message numerus="yes">
        <source>“%1” reads %n lines better</source>
        <translation>
            <numerusform>“%1” reads %n line better</numerusform>
            <numerusform>“%1” reads %n lines better</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::ModelShelf</name>
    <message numerus="yes">
        <source>Learnt from %n lines.</source>
        <translation>
            <numerusform>Learnt from %n line.</numerusform>
            <numerusform>Learnt from %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And from %n lines that nobody had corrected.</source>
        <translation>
            <numerusform>And from one line that nobody had corrected.</numerusform>
            <numerusform>And from %n lines that nobody had corrected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageModel</name>
    <message numerus="yes">
        <source>Read, %n lines</source>
        <translation>
            <numerusform>Read, %n line</numerusform>
            <numerusform>Read, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::PageProperties</name>
    <message numerus="yes">
        <source>%n selected pages</source>
        <translation>
            <numerusform>%n selected page</numerusform>
            <numerusform>%n selected pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Session</name>
    <message numerus="yes">
        <source>adding %n pages</source>
        <translation>
            <numerusform>adding %n page</numerusform>
            <numerusform>adding %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %n pages</source>
        <translation>
            <numerusform>removing %n page</numerusform>
            <numerusform>removing %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::TextDifference</name>
    <message numerus="yes">
        <source>%n wrong characters</source>
        <translation>
            <numerusform>%n wrong character</numerusform>
            <numerusform>%n wrong characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::Trainer</name>
    <message numerus="yes">
        <source>%n lines of the sample sheet are kept to learn from.</source>
        <translation>
            <numerusform>%n line of the sample sheet is kept to learn from.</numerusform>
            <numerusform>%n lines of the sample sheet are kept to learn from.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerResultView</name>
    <message numerus="yes">
        <source>%n lines were left out because their texts hardly fit: look at them…</source>
        <translation>
            <numerusform>%n line was left out because its text hardly fits: look at it…</numerusform>
            <numerusform>%n lines were left out because their texts hardly fit: look at them…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read better: %n lines</source>
        <translation>
            <numerusform>Read better: %n line</numerusform>
            <numerusform>Read better: %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read worse: %n lines</source>
        <translation>
            <numerusform>Read worse: %n line</numerusform>
            <numerusform>Read worse: %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerRunView</name>
    <message numerus="yes">
        <source>about %n minutes left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::TrainerStartView</name>
    <message numerus="yes">
        <source>It needs at least %n corrected lines.</source>
        <translation>
            <numerusform>It needs at least %n corrected line.</numerusform>
            <numerusform>It needs at least %n corrected lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n so far.</source>
        <translation>
            <numerusform>There is %n so far.</numerusform>
            <numerusform>There are %n so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are new since the last run.</source>
        <translation>
            <numerusform>%n of them is new since the last run.</numerusform>
            <numerusform>%n of them are new since the last run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines are left out: their texts hardly fit their pictures.</source>
        <translation>
            <numerusform>%n line is left out: its text hardly fits its picture.</numerusform>
            <numerusform>%n lines are left out: their texts hardly fit their pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It needs at least %n corrected lines of %1.</source>
        <translation>
            <numerusform>It needs at least %n corrected line of %1.</numerusform>
            <numerusform>It needs at least %n corrected lines of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model in use has learnt from the others. To see whether more can be gained, %n more new lines are needed: correct or confirm them first.</source>
        <translation>
            <numerusform>The model in use has learnt from the others. To see whether more can be gained, one more new line is needed: correct or confirm it first.</numerusform>
            <numerusform>The model in use has learnt from the others. To see whether more can be gained, %n more new lines are needed: correct or confirm them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also learn from the %n lines of the open pages that nobody has corrected</source>
        <translation>
            <numerusform>Also learn from the one line of the open pages that nobody has corrected</numerusform>
            <numerusform>Also learn from the %n lines of the open pages that nobody has corrected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>longhand::ui::WindowTools</name>
    <message numerus="yes">
        <source>Printed %n pages.</source>
        <translation>
            <numerusform>Printed %n page.</numerusform>
            <numerusform>Printed %n pages.</numerusform>
        </translation>
    </message>
</context>
</TS>
