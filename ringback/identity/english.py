"""English given names that Chinese candidates use, so that ``Leo`` and ``Tina`` are not taken for pinyin (le-o, ti-na)."""

from __future__ import annotations

ENGLISH_GIVEN = frozenset(
    """
    aaron abby abel ada adam adela adele adrian agnes aidan alan albert alex alexander alexis alfred alice alicia alina alisa
    allen alvin amanda amber amelia amy andrea andrew andy angel angela angelina anita ann anna anne annie anthony april ariel
    arthur ashley audrey austin ava barbara barry beatrice becky bella ben benjamin bernard bess beth betty bill billy blake bob
    bobby bonnie brad brandon brenda brian bruce bryan calvin candy carl carol caroline carrie cathy catherine cecilia celia
    celine charles charlie charlotte chelsea cherry cheryl chloe chris christina christine christopher cindy claire clara clark
    cliff coco colin connie crystal cynthia daisy dale dan dana daniel danny daphne darren dave david dean debbie deborah debra
    dennis derek diana diane dick dolly don donald donna dora doris dorothy doug douglas duke dylan eason eddie edgar edison
    edith edmund edward edwin elaine eleanor elena eli elizabeth ella ellen elsa elsie elva elvis emily emma eric erica erin
    ethan eugene eunice eva evan eve evelyn fanny felix fiona flora florence frances francis frank franklin fred freddy frederick
    gabriel gary gavin gene geoffrey george gerald gina gloria gordon grace graham grant greg gregory gwen hannah harold harriet
    harry harvey hazel heather hebe helen helena henry herbert holly howard hugh hugo ian ida irene iris isaac isabel isabella
    ivan ivy jack jackie jackson jacky jacob jade jake james jamie jane janet janice jason jasmine jason jay jean jeff jeffrey
    jennifer jenny jeremy jerry jesse jessica jessie jill jim jimmy joan joanna joanne joe joel joey john johnny jonathan jordan
    joseph josh joshua joy joyce juan judy julia julian julie juliet june justin karen karl kate katherine kathy katie kay
    keith kelly kelvin ken kenneth kenny kent kevin kim kimi kitty kyle lance larry laura lauren laurence lawrence lena leo leon
    leonard leslie lewis liam lillian lily lina linda lisa liz lois lola lorraine louis louise lucas lucia lucy luke luna lydia
    lynn mabel maggie mandy marc marcus margaret maria marian marie marilyn marina mario marion mark martha martin mary mason
    matt matthew maureen maurice max maxine may megan melissa melody mia michael michelle mike mindy miranda molly mona monica
    morgan nancy naomi natalie nathan neil nelson nicholas nick nicole nina noah nora norman oliver olivia oscar owen pamela pat
    patricia patrick patty paul paula pauline peggy penny peter phil philip phoebe phyllis queenie rachel ralph ray raymond
    rebecca regina renee rex richard rick ricky rita rob robert robin rock roger roland ron ronald rose rosie roy ruby rudy
    russell ruth ryan sabrina sally sam samantha samuel sandra sandy sara sarah scott sean selina serena sharon sheila shelly
    sherry shirley silvia simon sofia sonia sophia sophie stacy stanley stella stephanie stephen steve steven stewart stuart sue
    sunny susan suzanne sylvia tammy tara ted teresa terry tess thomas tiffany tim timothy tina toby todd tom tommy tony tracy
    travis troy tyler una ursula valerie vanessa vera vernon veronica vicky victor victoria vincent viola violet vivian vivien
    wallace walter wanda warren wayne wendy wesley will william willie wilson winnie winston yolanda yvette yvonne zack zoe
    """.split()  # noqa: SIM905 (a list is easier to read so)
)

ALSO_PINYIN = frozenset({"dan", "juan"})
"""Of these, the ones that are more often a syllable of a Chinese given name: 丹, 娟."""
