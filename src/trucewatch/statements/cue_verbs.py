"""The words that report what somebody said: own compilation, general English news usage.

One line per verb: ``lemma | act | frames``. A lemma may carry a particle (``rule out``). The act is an ``Act``; ``?``
marks an attitude, which the engine sees but does not report as a statement; ``~`` before an act marks a saying that is
only inferred from a belief and is therefore hedged.

Frames say what may follow: ``t`` a that-clause, with or without "that"; ``T`` one with "that"; ``q`` a quotation; ``n``
a noun phrase; ``i`` an infinitive; ``o`` an object and then a clause, an infinitive or a prepositional phrase ("told
her that", "accused her of", "urged her to"); ``w`` a question clause; ``x`` nothing at all.
"""

from __future__ import annotations

VERBS = """
say | assert | tqwn
tell | assert | oq
state | assert | tqn
add | assert | tq
note | assert | tqn
stress | assert | tqn
emphasise | assert | tqn
emphasize | assert | tqn
underline | assert | tqn
underscore | assert | tn
highlight | assert | tn
reiterate | assert | tqn
repeat | assert | tqn
mention | assert | tqn
remark | assert | tq
observe | assert | tq
explain | assert | tqwn
clarify | assert | tqwn
specify | assert | tw
argue | assert | tqn
contend | assert | tq
maintain | assert | T
insist | assert | tq
assert | assert | tqn
declare | assert | tqn
proclaim | assert | tqn
claim | assert | tqni
write | assert | tq
tweet | assert | tq
text | assert | tq
email | assert | tq
post | assert | q
report | assert | tqn
recall | assert | tqwn
recount | assert | tqwn
remind | assert | oT
respond | assert | Tq
reply | assert | tq
answer | assert | Tq
retort | assert | tq
counter | assert | Tq
continue | assert | q
conclude | assert | tq
comment | assert | Tq
joke | assert | tq
joke about | assert | n
quip | assert | tq
boast | assert | tq
brag | assert | tq
lament | assert | tqn
complain | assert | tq
complain about | assert | n
point out | assert | tqn
put it | assert | q
point to | assert | n
refer to | assert | n
allude to | assert | n
speak of | assert | n
predict | assert | tqn
forecast | assert | tn
estimate | assert | tn
project | assert | T
suggest | assert | tqn
indicate | assert | tqw
hint | assert | tqn
imply | assert | tn
signal | assert | tn
reveal | assert | tqwn
disclose | assert | tqwn
inform | assert | o
brief | assert | o
assure | pledge | o
reassure | pledge | o
testify | assert | tq
describe | assert | qn
characterise | assert | n
characterize | assert | n
portray | assert | n
call | assert | n
label | assert | n
brand | assert | n
dub | assert | n
liken | assert | n
compare | assert | n
read | assert | q
shout | assert | tq
yell | assert | tq
exclaim | assert | tq
whisper | assert | tq
shoot back | assert | q
ask | request | oqwni
ask for | request | n
ask about | ? | n
question | assert | wqn
wonder | assert | wq
inquire | request | wq
discuss | ? | nw
talk about | ? | n
speak about | ? | n
criticise | assert | n
criticize | assert | n
condemn | assert | nq
denounce | assert | nq
decry | assert | nq
deplore | assert | nq
slam | assert | n
blast | assert | n
assail | assert | n
mock | assert | n
ridicule | assert | n
lambaste | assert | n
rebuke | assert | n
chide | assert | n
berate | assert | n
object to | assert | n
take issue with | assert | n
praise | assert | nq
hail | assert | nq
applaud | assert | n
commend | assert | n
welcome | assert | n
laud | assert | n
tout | assert | n
thank | assert | n
congratulate | assert | n
defend | assert | n
express | assert | n
voice | assert | n
regret | apologise | tn
echo | assert | n
endorse | ? | n
accuse | allege | o
blame | allege | o
charge | allege | T
allege | allege | tqn
suspect | allege | on
fault | allege | o
attribute | allege | o
ascribe | allege | o
implicate | allege | n
deny | deny | tqn
dismiss | deny | n
refute | deny | tn
rebut | deny | n
dispute | deny | tn
contest | deny | n
reject | deny | n
repudiate | deny | n
disavow | deny | n
rubbish | deny | n
brush off | deny | n
brush aside | deny | n
play down | deny | n
downplay | deny | n
shrug off | deny | n
laugh off | deny | n
scoff at | deny | n
wave away | deny | n
debunk | deny | n
confirm | confirm | tqwn
verify | confirm | tn
corroborate | confirm | n
acknowledge | acknowledge | tqn
admit | acknowledge | tqn
admit to | acknowledge | n
concede | acknowledge | tqn
recognise | acknowledge | tn
recognize | acknowledge | tn
confess | acknowledge | tqin
confess to | acknowledge | n
accept responsibility for | acknowledge | n
claim responsibility for | acknowledge | n
take responsibility for | acknowledge | n
promise | pledge | tqino
vow | pledge | tqi
pledge | pledge | tqin
swear | pledge | tqi
guarantee | pledge | tn
undertake | pledge | i
resolve | announce | iT
accept | announce | n
commit to | pledge | n
agree | pledge | ti
agree with | assert | n
agree on | ? | n
offer | offer | inq
propose | offer | tqni
volunteer | offer | i
demand | demand | tqni
order | demand | on
command | demand | o
instruct | demand | o
insist on | demand | n
call for | demand | n
press for | demand | n
call on | demand | o
call upon | demand | o
urge | request | toqn
appeal for | request | n
appeal to | request | o
request | request | tn
plead for | request | n
beg | request | o
implore | request | o
encourage | request | o
recommend | request | tn
advise | request | oT
invite | request | o
push for | request | n
refuse | refuse | i
decline | refuse | i
rule out | refuse | nT
balk at | refuse | n
veto | refuse | n
turn down | refuse | n
threaten | threaten | tiqn
warn | warn | toq
warn of | warn | n
warn against | warn | n
warn about | warn | n
caution | warn | toq
caution against | warn | n
apologise | apologise | x
apologize | apologise | x
apologise for | apologise | n
apologize for | apologise | n
apologise to | apologise | n
apologize to | apologise | n
withdraw | retract | n
retract | retract | n
rescind | retract | n
recant | retract | n
disown | retract | n
correct | retract | n
take back | retract | n
walk back | retract | n
back away from | retract | n
backtrack on | retract | n
announce | announce | tqnw
unveil | announce | n
release | ? | x
publish | ? | x
cite | cite | n
quote | cite | n
reference | cite | n
believe | ~assert | t
think | ~assert | tw
doubt | ~assert | t
regard | ? | n
view | ? | n
identify | ? | n
consider | ? | n
see | ? | Tw
feel | ~assert | T
fear | ~warn | tn
worry | ? | tq
worry about | ? | n
hope | ? | ti
hope for | ? | n
want | ? | ino
wish | ? | it
desire | ? | n
prefer | ? | ni
expect | ? | ton
anticipate | ? | tn
seek | ? | in
aim | ? | i
plan | ? | i
intend | ? | i
support | ? | n
back | ? | n
favor | ? | n
favour | ? | n
oppose | ? | n
know | ? | Tw
understand | ? | Tw
realise | ? | tw
realize | ? | tw
remember | ? | tw
learn | ? | Tw
assume | ~assert | T
decide | ? | Ti
imagine | ? | t
show | ? | tn
find | ? | tn
determine | ? | tw
"""
